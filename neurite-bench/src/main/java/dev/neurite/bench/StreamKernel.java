package dev.neurite.bench;

import dev.neurite.kernels.AdamStep;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import java.util.List;

/// A loop that passes over arrays once, and the bytes that it must move for each number.
///
/// @param name  of the loop
/// @param bytes read and written for each number
/// @param loop  the loop; it keeps what it computes, or it would be left out as useless
record StreamKernel(String name, int bytes, Loop loop) {
    private static final int COLUMNS = 1024;

    /// Passes over the first `length` numbers of four arrays.
    @FunctionalInterface
    interface Loop {
        void run(float[] a, float[] b, float[] c, float[] d, int length);
    }

    /// The measure of memory, `a = b + s·c` (McCalpin 1995, STREAM), in plain Java.
    static StreamKernel triad() {
        return new StreamKernel("triad", 12, (a, b, c, d, length) -> {
            for (int i = 0; i < length; i++) {
                a[i] = b[i] + 0.5f * c[i];
            }
        });
    }

    /// The loops of training and prediction.
    static List<StreamKernel> all(Kernels kernels) {
        AdamStep step = new AdamStep(0.9, 0.999, 1e-8, 1e-6, 0, false, 1, 1);
        return List.of(
                new StreamKernel("add", 12, (a, b, c, d, n) -> kernels.add(a, 0, b, 0, n)),
                new StreamKernel("scale", 8, (a, b, c, d, n) -> kernels.scale(a, 0, n, 1)),
                new StreamKernel("relu", 8, (a, b, c, d, n) -> kernels.relu(a, 0, b, 0, n)),
                new StreamKernel("reluGradient", 12, (a, b, c, d, n) -> kernels.reluGradient(a, 0, b, 0, n)),
                new StreamKernel("exp", 8, (a, b, c, d, n) -> kernels.exp(a, 0, b, 0, n)),
                new StreamKernel("log", 8, (a, b, c, d, n) -> kernels.log(a, 0, b, 0, n)),
                new StreamKernel("tanh", 8, (a, b, c, d, n) -> kernels.tanh(a, 0, b, 0, n)),
                new StreamKernel("tanhGradient", 12, (a, b, c, d, n) -> kernels.tanhGradient(a, 0, b, 0, n)),
                new StreamKernel("sigmoid", 8, (a, b, c, d, n) -> kernels.sigmoid(a, 0, b, 0, n)),
                new StreamKernel("silu", 8, (a, b, c, d, n) -> kernels.silu(a, 0, b, 0, n)),
                new StreamKernel("gelu", 8, (a, b, c, d, n) -> kernels.gelu(a, 0, b, 0, n)),
                new StreamKernel("geluGradient", 12, (a, b, c, d, n) -> kernels.geluGradient(a, 0, b, 0, n)),
                new StreamKernel("mish", 8, (a, b, c, d, n) -> kernels.mish(a, 0, b, 0, n)),
                new StreamKernel("dropout", 8, (a, b, c, d, n) -> kernels.dropout(a, 0, b, 0, n, 1, 2, 0, 1 << 23, 2)),
                new StreamKernel("columnSums", 4, (a, b, c, d, n) -> columnSums(kernels, a, d, n)),
                new StreamKernel("sumOfSquares", 4, (a, b, c, d, n) -> d[0] = (float) kernels.sumOfSquares(a, 0, n)),
                new StreamKernel("allFinite", 4, (a, b, c, d, n) -> d[0] = kernels.allFinite(a, 0, n) ? 1 : 0),
                new StreamKernel(
                        "sgd",
                        12,
                        (a, b, c, d, n) -> kernels.sgd(a, b, new float[0], 0, n, 1e-6f, 0, 0, false, 0, false)),
                new StreamKernel(
                        "sgd with momentum",
                        20,
                        (a, b, c, d, n) -> kernels.sgd(a, b, c, 0, n, 1e-6f, 0.9f, 0, false, 0, false)),
                new StreamKernel("adam", 28, (a, b, c, d, n) -> kernels.adam(a, b, c, d, 0, n, step)));
    }

    private static void columnSums(Kernels kernels, float[] values, float[] sums, int length) {
        int rows = length / COLUMNS;
        kernels.columnSums(rows, Matrix.of(values, 0, rows, COLUMNS, COLUMNS), sums, 0);
    }
}
