package dev.neurite.bench;

import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;

/// A product of matrices in one of the forms that training needs.
///
/// @param form    which matrix is transposed
/// @param rows    of the result
/// @param inner   terms of each sum
/// @param columns of the result
record ProductBenchmark(Form form, int rows, int inner, int columns) implements Benchmark {
    /// The forms of a product.
    enum Form {
        /// `A·B`: the values of a layer.
        PLAIN(""),
        /// `Aᵀ·B`: the gradient of a weight.
        TRANSPOSED_A(" AtB"),
        /// `A·Bᵀ`: the deltas of a layer's input.
        TRANSPOSED_B(" ABt");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }
    }

    private static final Seed SEED = Seed.of(0);

    /// The three products of some layers, each as batch × inputs × outputs; of a square each has the same size.
    static List<ProductBenchmark> all() {
        List<ProductBenchmark> all = new ArrayList<>();
        addLayer(all, 512, 512, 512);
        addLayer(all, 1024, 1024, 1024);
        addLayer(all, 256, 256, 256);
        addLayer(all, 128, 784, 512);
        addLayer(all, 128, 512, 10);
        return all;
    }

    private static void addLayer(List<ProductBenchmark> all, int batch, int inputs, int outputs) {
        all.add(new ProductBenchmark(Form.PLAIN, batch, inputs, outputs));
        all.add(new ProductBenchmark(Form.TRANSPOSED_A, inputs, batch, outputs));
        all.add(new ProductBenchmark(Form.TRANSPOSED_B, batch, outputs, inputs));
    }

    @Override
    public String name() {
        return "gemm " + rows + "x" + inner + "x" + columns + form.suffix;
    }

    @Override
    public double operations() {
        return 2.0 * rows * inner * columns;
    }

    /// Bytes of the three matrices, each of which passes through memory once at least.
    double bytes() {
        double numbers = (double) rows * inner + (double) inner * columns + (double) rows * columns;
        return Float.BYTES * numbers;
    }

    @Override
    public Measurement measure(int threads, double seconds) throws InterruptedException {
        try (Team team = Team.of(threads)) {
            Runnable product = product(new Gemm(Kernels.best(), team), matrix(rows, columns));
            return Measurement.of(this, Clock.microseconds(product, seconds), threads);
        }
    }

    /// The product of two matrices that are drawn here.
    Runnable product(Gemm gemm, Matrix result) {
        Matrix a = form == Form.TRANSPOSED_A ? drawn(inner, rows, "a") : drawn(rows, inner, "a");
        Matrix b = form == Form.TRANSPOSED_B ? drawn(columns, inner, "b") : drawn(inner, columns, "b");
        return switch (form) {
            case PLAIN -> () -> gemm.multiply(rows, columns, inner, a, b, result, null, null, null);
            case TRANSPOSED_A -> () -> gemm.multiplyTransposedA(rows, columns, inner, a, b, result);
            case TRANSPOSED_B -> () -> gemm.multiplyTransposedB(rows, columns, inner, a, b, result);
        };
    }

    static Matrix matrix(int rows, int columns) {
        int stride = Matrix.paddedStride(columns);
        return Matrix.of(new float[rows * stride], 0, rows, columns, stride);
    }

    static Matrix drawn(int rows, int columns, String name) {
        Matrix matrix = matrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                long index = (long) row * columns + column;
                matrix.data()[row * matrix.stride() + column] =
                        (float) SEED.split(name).normal(index);
            }
        }
        return matrix;
    }
}
