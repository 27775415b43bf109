package dev.neurite.kernels;

/// A small piece of work for a vector loop, on scratch arrays.
///
/// Each loop has a lambda of its own: were they called from one method, C2 would compile that with the loops inside,
/// and nobody else would profit.
interface Exercise {
    /// Runs the loop over about n elements; for one thread at a time.
    void run(int n);

    /// The exercise of a loop.
    static Exercise of(Loop loop) {
        return switch (loop) {
            case ADD -> n -> VectorKernels.INSTANCE.add(Scratch.Y, 0, Scratch.X, 0, n);
            case RELU -> n -> VectorKernels.INSTANCE.relu(Scratch.X, 0, Scratch.Y, 0, n);
            case LEAKY_RELU -> n -> VectorKernels.INSTANCE.leakyRelu(Scratch.X, 0, Scratch.Y, 0, n, 0.5f);
            case ELU -> n -> VectorKernels.INSTANCE.elu(Scratch.X, 0, Scratch.Y, 0, n, 0.5f);
            case SELU -> n -> VectorKernels.INSTANCE.selu(Scratch.X, 0, Scratch.Y, 0, n);
            case GELU -> n -> VectorKernels.INSTANCE.gelu(Scratch.X, 0, Scratch.Y, 0, n);
            case SILU -> n -> VectorKernels.INSTANCE.silu(Scratch.X, 0, Scratch.Y, 0, n);
            case GELU_TANH -> n -> VectorKernels.INSTANCE.geluTanh(Scratch.X, 0, Scratch.Y, 0, n);
            case MISH -> n -> VectorKernels.INSTANCE.mish(Scratch.X, 0, Scratch.Y, 0, n);
            case SOFTPLUS -> n -> VectorKernels.INSTANCE.softplus(Scratch.X, 0, Scratch.Y, 0, n);
            case TANH -> n -> VectorKernels.INSTANCE.tanh(Scratch.X, 0, Scratch.Y, 0, n);
            case SIGMOID -> n -> VectorKernels.INSTANCE.sigmoid(Scratch.X, 0, Scratch.Y, 0, n);
            case EXP -> n -> VectorKernels.INSTANCE.exp(Scratch.X, 0, Scratch.Y, 0, n);
            case LOG -> n -> VectorKernels.INSTANCE.log(Scratch.X, 0, Scratch.Y, 0, n);
            case ERF -> n -> VectorKernels.INSTANCE.erf(Scratch.X, 0, Scratch.Y, 0, n);
            case RELU_GRADIENT -> n -> VectorKernels.INSTANCE.reluGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case LEAKY_RELU_GRADIENT ->
                n -> VectorKernels.INSTANCE.leakyReluGradient(Scratch.X, 0, Scratch.Y, 0, n, 0.5f);
            case ELU_GRADIENT -> n -> VectorKernels.INSTANCE.eluGradient(Scratch.X, 0, Scratch.Y, 0, n, 0.5f);
            case SELU_GRADIENT -> n -> VectorKernels.INSTANCE.seluGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case GELU_GRADIENT -> n -> VectorKernels.INSTANCE.geluGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case SILU_GRADIENT -> n -> VectorKernels.INSTANCE.siluGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case GELU_TANH_GRADIENT -> n -> VectorKernels.INSTANCE.geluTanhGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case MISH_GRADIENT -> n -> VectorKernels.INSTANCE.mishGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case SOFTPLUS_GRADIENT -> n -> VectorKernels.INSTANCE.softplusGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case LOG_SIGMOID_GRADIENT -> n -> VectorKernels.INSTANCE.logSigmoidGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case TANH_GRADIENT -> n -> VectorKernels.INSTANCE.tanhGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case SIGMOID_GRADIENT -> n -> VectorKernels.INSTANCE.sigmoidGradient(Scratch.X, 0, Scratch.Y, 0, n);
            case DROPOUT -> n -> VectorKernels.INSTANCE.dropout(Scratch.X, 0, Scratch.Y, 0, n, 1, 2, 3, 1 << 22, 1.5f);
            case ADAM ->
                n -> VectorKernels.INSTANCE.adam(
                        Scratch.Y, Scratch.X, Scratch.FIRST, Scratch.SECOND, 0, n, Scratch.STEP);
            case SUM_OF_SQUARES -> n -> VectorKernels.INSTANCE.sumOfSquares(Scratch.X, 0, n & -16);
            case ALL_FINITE -> n -> VectorKernels.INSTANCE.allFinite(Scratch.X, 0, n);
            case SCALE -> n -> VectorKernels.INSTANCE.scale(Scratch.Y, 0, n, 1f);
            case COLUMN_SUMS -> Scratch::columnSums;
            case SGD -> Scratch::sgd;
            case PACKED_PRODUCT -> Scratch::packedProduct;
            case DIRECT_PRODUCT -> Scratch::directProduct;
            case NARROW_PRODUCT -> Scratch::narrowProduct;
            case ROW_PRODUCT -> Scratch::rowProduct;
        };
    }

    /// Arrays, and exercises of more than one call.
    final class Scratch {
        /// More than any exercise touches.
        static final int SIZE = 2048;
        static final float[] X = new float[SIZE];
        static final float[] Y = new float[SIZE];
        static final float[] FIRST = new float[SIZE];
        static final float[] SECOND = new float[SIZE];
        static final Matrix SQUARE = Matrix.of(X, 0, 32, 32, 32);
        static final Matrix NARROW = Matrix.of(X, 0, 4, 17, 32);
        static final Matrix WIDE = Matrix.of(X, 0, 4, 401, 416);
        static final VectorTiles TILES = VectorTiles.INSTANCE;
        static final AdamStep STEP = new AdamStep(0.9, 0.999, 1e-8, 1e-3, 0, false, 0.1, 0.001);

        static {
            for (int i = 0; i < SIZE; i++) {
                X[i] = (i % 37 - 18) / 8f;
            }
        }

        private Scratch() {}

        static void columnSums(int n) {
            VectorKernels.INSTANCE.columnSums(4, n < 100 ? NARROW : WIDE, Y, 0);
        }

        static void sgd(int n) {
            VectorKernels.INSTANCE.sgd(Y, X, FIRST, 0, n, 1e-3f, 0f, 0f, false, 0f, false);
            VectorKernels.INSTANCE.sgd(Y, X, FIRST, 0, n, 1e-3f, 0.9f, 0f, false, 0f, false);
            VectorKernels.INSTANCE.sgd(Y, X, FIRST, 0, n, 1e-3f, 0.9f, 0f, true, 0f, false);
        }

        /// One tile, packed in all four ways, both from 0 and accumulating.
        static void packedProduct(int n) {
            int depth = n / 16;
            int rows = TILES.rows();
            int columns = TILES.columns();
            TILES.packAcrossRows(X, 0, 32, rows, depth, rows, FIRST, 0);
            TILES.packAlongRows(SQUARE, 0, columns, 0, depth, columns, SECOND);
            TILES.packed(depth, FIRST, 0, SECOND, 0, Y, 0, columns, false);
            TILES.packAlongRows(SQUARE, 0, rows, 0, depth, rows, FIRST);
            TILES.packAcrossRows(X, 0, 32, columns, depth, columns, SECOND, 0);
            TILES.packed(depth, FIRST, 0, SECOND, 0, Y, 0, columns, true);
            bias();
        }

        /// Tiles of four, of five and of eight rows, and the ways to lay B out.
        static void directProduct(int n) {
            int depth = n / 16;
            product(8, 32, depth);
            product(10, 32, depth);
            product(8, 16, depth);
            bias();
            TILES.packAlongRows(SQUARE, 0, 15, 0, depth, 16, SECOND);
            TILES.packAcrossRows(X, 0, 32, 31, depth, 32, SECOND, 0);
        }

        /// The same tiles and single rows, and the turning of rows.
        static void narrowProduct(int n) {
            int depth = n / 16;
            TILES.packAcrossRows(X, 0, 32, 32, depth, 32, SECOND, 0);
            product(8, 32, depth);
            product(10, 32, depth);
            product(8, 16, depth);
            product(3, 64, depth);
            product(3, 16, depth);
            TILES.packAcrossRows(X, 0, 32, 16, depth, 16, SECOND, 0);
            bias();
        }

        /// Rows of a B as it is, of a transposed one, and of one that is packed for good.
        static void rowProduct(int n) {
            int depth = n / 16;
            product(1, 64, depth);
            product(3, 16, depth);
            TILES.packAcrossRows(X, 0, 32, 31, depth, 32, SECOND, 0);
            TILES.packAlongRows(SQUARE, 0, TILES.columns(), 0, depth, TILES.columns(), SECOND);
            VectorRows.multiplyPanels(64, depth, X, 0, SECOND, 0, Y, 0);
            bias();
        }

        private static void bias() {
            TILES.addBias(4, 16, Y, 0, 16, X, 0);
            TILES.addBias(4, 64, Y, 0, 64, X, 0);
        }

        private static void product(int rows, int columns, int depth) {
            TILES.direct(rows, columns, depth, X, 0, 32, 1, X, 0, columns, Y, 0, columns);
        }
    }
}
