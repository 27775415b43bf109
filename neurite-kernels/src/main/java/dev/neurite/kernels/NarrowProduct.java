package dev.neurite.kernels;

import java.util.Arrays;

/// Products with few columns, computed as `Cᵀ = Bᵀ·Aᵀ`: vectors run along the rows of C, since along its columns most
/// lanes would be idle. The sums are the same, in the same order.
final class NarrowProduct {
    /// Columns of C up to which `Aᵀ·B` is computed so.
    static final int COLUMNS = Matrix.ALIGNMENT;
    /// Columns of C up to which it pays to turn the rows of A for it, measured at 512 bits (docs/kernels.md).
    static final int COLUMNS_OF_TURNED = 12;
    /// Rows of A that are turned at once.
    private static final int PANEL_ROWS = 32;

    private static final float[] EMPTY = {};

    private float[] panel = EMPTY;
    private float[] turned = EMPTY;

    /// Makes room for a product.
    void reserve(Product product) {
        int width = product.transposedA ? Matrix.paddedStride(product.m) : PANEL_ROWS;
        turned = GemmWorker.atLeast(Matrix.ALIGNMENT * width, turned);
        panel = GemmWorker.atLeast(
                product.transposedA ? 0 : product.k * PANEL_ROWS + product.tiles.slack(PANEL_ROWS), panel);
    }

    /// Computes the rows `[row, row + rows)` of C and sets their padding to 0.
    void multiply(Product product, int row, int rows) {
        if (product.transposedA) {
            Matrix a = product.a;
            multiply(product, a.data(), a.offset() + row, a.stride(), row, rows, Matrix.paddedStride(rows));
            return;
        }
        for (int i = 0; i < rows; i += PANEL_ROWS) {
            // the last panel is moved back so that it ends where the rows end
            int at = Math.max(0, Math.min(i, rows - PANEL_ROWS));
            multiplyPanel(product, row + at, Math.min(PANEL_ROWS, rows));
        }
    }

    private void multiplyPanel(Product product, int row, int rows) {
        Matrix a = product.a;
        int width = Matrix.paddedStride(rows);
        int from = a.offset() + row * a.stride();
        product.tiles.packAcrossRows(a.data(), from, a.stride(), rows, product.k, width, panel, 0);
        multiply(product, panel, 0, width, row, rows, width);
    }

    /// The factor has row p of `Aᵀ` at `offset + p·stride`.
    private void multiply(Product product, float[] factor, int offset, int stride, int row, int rows, int width) {
        Matrix b = product.b;
        int n = product.n;
        product.tiles.direct(
                n, width, product.k, b.data(), b.offset(), 1, b.stride(), factor, offset, stride, turned, 0, width);
        turnBack(product, row, rows, width);
    }

    /// Sets rows of C to the columns of `turned`: in blocks of as many as are a multiple of all vectors, which
    /// write
    /// nothing behind them, and the rest one by one.
    private void turnBack(Product product, int row, int rows, int width) {
        Matrix c = product.c;
        int to = c.offset() + row * c.stride();
        int whole = c.stride() == Matrix.ALIGNMENT ? rows & -Matrix.ALIGNMENT : 0;
        if (whole > 0) {
            Arrays.fill(turned, product.n * width, Matrix.ALIGNMENT * width, 0f);
            product.tiles.packAcrossRows(turned, 0, width, Matrix.ALIGNMENT, whole, Matrix.ALIGNMENT, c.data(), to);
        }
        for (int i = whole; i < rows; i++) {
            int start = to + i * c.stride();
            for (int j = 0; j < product.n; j++) {
                c.data()[start + j] = turned[j * width + i];
            }
            Arrays.fill(c.data(), start + product.n, start + Matrix.ALIGNMENT, 0f);
        }
    }
}
