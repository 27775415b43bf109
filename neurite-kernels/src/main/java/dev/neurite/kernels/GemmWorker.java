package dev.neurite.kernels;

/// One thread's share of a product: a rectangle of C, walked in blocks that fit the caches (Goto and van de Geijn 2008,
/// <https://doi.org/10.1145/1356052.1356053>), with packed panels of its own.
final class GemmWorker {
    /// Steps of k in a block: one panel of B, 32 columns wide, then takes 48 kB.
    private static final int BLOCK_DEPTH = 384;
    /// Rows of a packed block of A, a multiple of all tile heights.
    private static final int BLOCK_ROWS = 144;
    /// Columns of a packed block of B, a multiple of all tile widths.
    private static final int BLOCK_COLUMNS = 1024;

    private final Kernels kernels;
    private final int tileRows;
    private final int tileColumns;
    private final float[] edge;
    private float[] packedA = {};
    private float[] packedB = {};

    private Product product = new Product();
    // The present block: `rows × columns` of C, and `depth` steps of k.
    private int row;
    private int rows;
    private int column;
    private int columns;
    private int step;
    private int depth;

    GemmWorker(Kernels kernels) {
        this.kernels = kernels;
        tileRows = kernels.tileRows();
        tileColumns = kernels.tileColumns();
        edge = new float[tileRows * tileColumns];
    }

    /// Makes room for the blocks of a product.
    void reserve(Product next) {
        int steps = Math.min(next.k, BLOCK_DEPTH);
        int sizeA = steps * roundUp(Math.min(next.m, BLOCK_ROWS), tileRows);
        int sizeB = steps * roundUp(Math.min(next.paddedColumns(), BLOCK_COLUMNS), tileColumns);
        packedA = packedA.length < sizeA ? new float[sizeA] : packedA;
        packedB = packedB.length < sizeB ? new float[sizeB] : packedB;
    }

    /// Computes the rectangle `[fromRow, toRow) × [fromColumn, toColumn)` of C.
    void compute(Product next, int fromRow, int toRow, int fromColumn, int toColumn) {
        product = next;
        for (column = fromColumn; column < toColumn; column += BLOCK_COLUMNS) {
            columns = Math.min(BLOCK_COLUMNS, toColumn - column);
            step = 0;
            do {
                depth = Math.min(BLOCK_DEPTH, product.k - step);
                packB();
                for (row = fromRow; row < toRow; row += BLOCK_ROWS) {
                    rows = Math.min(BLOCK_ROWS, toRow - row);
                    packA();
                    tiles();
                    activate();
                }
                step += depth;
            } while (step < product.k);
        }
    }

    private void packA() {
        if (product.transposedA) {
            Packing.alongRows(product.a, row, rows, step, depth, tileRows, packedA);
        } else {
            Packing.acrossRows(product.a, row, rows, step, depth, tileRows, packedA);
        }
    }

    private void packB() {
        int present = Math.min(columns, product.n - column);
        if (product.transposedB) {
            Packing.acrossRows(product.b, column, present, step, depth, tileColumns, packedB);
        } else {
            Packing.alongRows(product.b, column, present, step, depth, tileColumns, packedB);
        }
    }

    private void tiles() {
        for (int j = 0; j < columns; j += tileColumns) {
            for (int i = 0; i < rows; i += tileRows) {
                if (i + tileRows <= rows && j + tileColumns <= columns) {
                    tile(i, j, product.c.data(), offsetInC(i, j), product.c.stride());
                } else {
                    edgeTile(i, j);
                }
            }
        }
    }

    private void tile(int i, int j, float[] c, int cOffset, int cStride) {
        kernels.tile(depth, packedA, i * depth, packedB, j * depth, c, cOffset, cStride, step > 0);
    }

    /// A tile that C has only a corner of is computed beside it.
    private void edgeTile(int i, int j) {
        int height = Math.min(tileRows, rows - i);
        int width = Math.min(tileColumns, columns - j);
        float[] c = product.c.data();
        for (int r = 0; r < height && step > 0; r++) {
            System.arraycopy(c, offsetInC(i + r, j), edge, r * tileColumns, width);
        }
        tile(i, j, edge, 0, tileColumns);
        for (int r = 0; r < height; r++) {
            System.arraycopy(edge, r * tileColumns, c, offsetInC(i + r, j), width);
        }
    }

    private int offsetInC(int i, int j) {
        return product.c.offset() + (row + i) * product.c.stride() + column + j;
    }

    /// Bias and activation on a finished block.
    private void activate() {
        Matrix bias = product.bias;
        SliceFunction activation = product.activation;
        if (step + depth < product.k) {
            return;
        }
        if (bias != null) {
            for (int i = 0; i < rows; i++) {
                kernels.add(product.c.data(), offsetInC(i, 0), bias.data(), bias.offset() + column, columns);
            }
        }
        if (activation != null) {
            apply(activation, product.activated);
        }
    }

    private void apply(SliceFunction activation, Matrix to) {
        int target = to.offset() + row * to.stride() + column;
        if (columns == product.c.stride() && columns == to.stride()) {
            activation.apply(product.c.data(), offsetInC(0, 0), to.data(), target, rows * columns);
            return;
        }
        for (int i = 0; i < rows; i++) {
            activation.apply(product.c.data(), offsetInC(i, 0), to.data(), target + i * to.stride(), columns);
        }
    }

    private static int roundUp(int size, int tile) {
        return Math.ceilDiv(size, tile) * tile;
    }
}
