package dev.neurite.kernels;

import java.util.Arrays;

/// Products with few columns, computed as `Cᵀ = Bᵀ·Aᵀ`: vectors run along the rows of C, since along its columns most
/// lanes would be idle. The sums are the same, in the same order.
final class NarrowProduct {
    /// Columns of C up to which `Aᵀ·B` is computed so.
    static final int COLUMNS = Matrix.ALIGNMENT;
    /// Columns of C up to which it pays to turn the rows of A for it, measured at 512 bits (docs/kernels.md).
    static final int COLUMNS_OF_TURNED = 12;
    /// Steps of k for which there is room for turned rows of A.
    static final int DEEPEST = 1 << 14;
    /// Rows of A that are turned at once.
    private static final int TURNED_ROWS = 32;
    /// Rows of C at once where A need not be turned.
    private static final int ROWS = 1024;

    private float[] turned = {};
    private float[] result = {};

    /// Makes room for a product.
    void reserve(Product product) {
        int rows = Math.min(Matrix.paddedStride(product.m), rowsAtOnce(product));
        result = GemmWorker.atLeast(Matrix.ALIGNMENT * Math.max(rows, Matrix.ALIGNMENT), result);
        int panel = product.k * TURNED_ROWS + product.tiles.slack(TURNED_ROWS);
        turned = GemmWorker.atLeast(product.transposedA ? 0 : panel, turned);
    }

    private static int rowsAtOnce(Product product) {
        return product.transposedA ? ROWS : TURNED_ROWS;
    }

    /// Computes the rows `[first, first + rows)` of C and sets their padding to 0.
    void multiply(Product product, int first, int rows) {
        int height = rowsAtOnce(product);
        for (int i = 0; i < rows; i += height) {
            int count = Math.min(height, rows - i);
            multiplyBlock(product, first + i, count);
            turnBack(product, first + i, count);
        }
    }

    /// Sets `result` to the transpose of these rows of C.
    private void multiplyBlock(Product product, int row, int rows) {
        Matrix a = product.a;
        int width = Matrix.paddedStride(rows);
        if (product.transposedA) {
            multiply(product, a.data(), a.offset() + row, a.stride(), width);
            return;
        }
        int from = a.offset() + row * a.stride();
        product.tiles.packAcrossRows(a.data(), from, a.stride(), rows, product.k, width, turned, 0);
        multiply(product, turned, 0, width, width);
    }

    /// The factor has row p of `Aᵀ` at `offset + p·stride`.
    private void multiply(Product product, float[] factor, int offset, int stride, int width) {
        Matrix b = product.b;
        product.tiles.direct(
                product.n,
                width,
                product.k,
                b.data(),
                b.offset(),
                1,
                b.stride(),
                factor,
                offset,
                stride,
                result,
                0,
                width);
    }

    /// Sets rows of C to the columns of `result`. Blocks of 16 rows are packed into it, since then no vector
    /// reaches into the rows behind; the rest goes number by number.
    private void turnBack(Product product, int row, int rows) {
        Matrix c = product.c;
        int width = Matrix.paddedStride(rows);
        int to = c.offset() + row * c.stride();
        int whole = c.stride() == Matrix.ALIGNMENT ? rows & -Matrix.ALIGNMENT : 0;
        if (whole > 0) {
            Arrays.fill(result, product.n * width, Matrix.ALIGNMENT * width, 0f);
            product.tiles.packAcrossRows(result, 0, width, Matrix.ALIGNMENT, whole, Matrix.ALIGNMENT, c.data(), to);
        }
        for (int i = whole; i < rows; i++) {
            int start = to + i * c.stride();
            for (int j = 0; j < product.n; j++) {
                c.data()[start + j] = result[j * width + i];
            }
            Arrays.fill(c.data(), start + product.n, start + Matrix.ALIGNMENT, 0f);
        }
    }
}
