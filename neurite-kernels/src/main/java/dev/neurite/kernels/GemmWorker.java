package dev.neurite.kernels;

import java.util.Arrays;

/// One thread's share of a product: a rectangle of C, walked in blocks that fit the caches (Goto and van de Geijn 2008,
/// <https://doi.org/10.1145/1356052.1356053>), with packed panels of its own.
final class GemmWorker {
    /// Steps of k in a block: one panel of B, 32 columns wide, then takes 48 kB.
    private static final int BLOCK_DEPTH = 384;
    /// Rows of a packed block of A, a multiple of all tile heights.
    private static final int BLOCK_ROWS = 144;
    /// Columns of a packed block of B, a multiple of all tile widths.
    private static final int BLOCK_COLUMNS = 1024;

    /// Floats of a packed block of B.
    static final int LARGEST_BLOCK = BLOCK_DEPTH * BLOCK_COLUMNS;

    private float[] edge = {};
    private float[] packedA = {};
    private float[] packedB = {};
    private float[] scratch = {};

    private Product product = new Product();
    private Tiles tiles = product.tiles;
    private int tileRows;
    private int tileColumns;
    // The present block: `rows × columns` of C, and `depth` steps of k.
    private int row;
    private int rows;
    private int column;
    private int columns;
    private int step;
    private int depth;

    /// Makes room for what is packed of a product.
    void reserve(Product next) {
        int width = next.paddedColumns();
        int slack = next.tiles.slack();
        if (next.isDirect(next.tiles)) {
            int copied = next.k * width + slack;
            packedB = atLeast(next.transposedB || copiesB(next) ? copied : 0, packedB);
            int turned = next.isNarrow() ? next.n * Matrix.paddedStride(next.m) : 0;
            scratch = atLeast(next.transposedB ? copied : turned, scratch);
        } else {
            int height = next.tiles.rows();
            int breadth = next.tiles.columns();
            int steps = Math.min(next.k, BLOCK_DEPTH);
            edge = atLeast(height * breadth, edge);
            packedA = atLeast(steps * roundUp(Math.min(next.m, BLOCK_ROWS), height) + slack, packedA);
            packedB = atLeast(steps * roundUp(Math.min(width, BLOCK_COLUMNS), breadth) + slack, packedB);
            scratch = atLeast(steps * breadth + slack, scratch);
        }
    }

    private static float[] atLeast(int size, float[] present) {
        return present.length < size ? new float[size] : present;
    }

    /// Computes the rectangle `[fromRow, toRow) × [fromColumn, toColumn)` of C, which may be empty.
    void compute(Product next, int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow == toRow || fromColumn == toColumn) {
            return;
        }
        product = next;
        tiles = next.tiles;
        tileRows = tiles.rows();
        tileColumns = tiles.columns();
        row = fromRow;
        rows = toRow - fromRow;
        column = fromColumn;
        columns = toColumn - fromColumn;
        if (next.isDirect(next.tiles)) {
            direct();
        } else {
            blocks(fromRow, toRow, fromColumn, toColumn);
        }
    }

    private void direct() {
        step = 0;
        depth = product.k;
        Matrix b = product.b;
        int present = Math.min(columns, product.n - column);
        if (product.isCompact()) {
            compact();
        } else if (product.isNarrow()) {
            transposed();
        } else if (product.transposedB) {
            tiles.packAcrossRows(b, column, present, 0, depth, columns, packedB, scratch);
            direct(packedB, 0, columns);
        } else if (copiesB(product)) {
            tiles.packAlongRows(b, column, present, 0, depth, columns, packedB);
            direct(packedB, 0, columns);
        } else {
            direct(b.data(), b.offset() + column, b.stride());
            clearPadding(present);
        }
        finish();
    }

    private void direct(float[] b, int bOffset, int bStride) {
        Matrix a = product.a;
        Matrix c = product.c;
        int aRow = product.transposedA ? 1 : a.stride();
        int aStep = product.transposedA ? a.stride() : 1;
        int aOffset = a.offset() + row * aRow;
        int to = offsetInC(0, 0);
        tiles.direct(
                rows, columns, depth, a.data(), aOffset, aRow, aStep, b, bOffset, bStride, c.data(), to, c.stride());
    }

    private void compact() {
        Matrix a = product.a;
        Matrix b = product.b;
        Matrix c = product.c;
        int aRow = product.transposedA ? 1 : a.stride();
        int aStep = product.transposedA ? a.stride() : 1;
        int bStep = product.transposedB ? 1 : b.stride();
        int bColumn = product.transposedB ? b.stride() : 1;
        int from = a.offset() + row * aRow;
        int to = offsetInC(0, 0);
        CompactProduct.multiply(
                rows,
                product.n,
                depth,
                a.data(),
                from,
                aRow,
                aStep,
                b.data(),
                b.offset(),
                bStep,
                bColumn,
                c.data(),
                to,
                c.stride());
        clearPadding(product.n);
    }

    /// `Cᵀ = Bᵀ·A`, the same sums in the same order, then turned.
    private void transposed() {
        Matrix a = product.a;
        Matrix b = product.b;
        int width = Matrix.paddedStride(rows);
        tiles.direct(
                product.n,
                width,
                depth,
                b.data(),
                b.offset(),
                1,
                b.stride(),
                a.data(),
                a.offset() + row,
                a.stride(),
                scratch,
                0,
                width);
        turn(width);
    }

    /// Sets C to the transpose of what `scratch` has, its padding to 0.
    private void turn(int width) {
        float[] c = product.c.data();
        for (int i = 0; i < rows; i++) {
            int to = offsetInC(i, 0);
            for (int j = 0; j < product.n; j++) {
                c[to + j] = scratch[j * width + i];
            }
            Arrays.fill(c, to + product.n, to + columns, 0f);
        }
    }

    /// Whether the padding of a direct product is kept clean by a copy of B, which is shorter than C.
    private static boolean copiesB(Product product) {
        return product.k < product.m && product.n < product.paddedColumns();
    }

    /// What B has in its padding must not show in C.
    private void clearPadding(int present) {
        for (int i = 0; i < rows && present < columns; i++) {
            int end = offsetInC(i, columns);
            Arrays.fill(product.c.data(), end - columns + present, end, 0f);
        }
    }

    private void blocks(int fromRow, int toRow, int fromColumn, int toColumn) {
        for (column = fromColumn; column < toColumn; column += BLOCK_COLUMNS) {
            columns = Math.min(BLOCK_COLUMNS, toColumn - column);
            for (step = 0; step < product.k; step += depth) {
                depth = depthOfBlock();
                packB();
                for (row = fromRow; row < toRow; row += BLOCK_ROWS) {
                    rows = Math.min(BLOCK_ROWS, toRow - row);
                    packA();
                    multiplyBlock();
                    if (step + depth == product.k) {
                        finish();
                    }
                }
            }
        }
    }

    /// The rest of k in equal blocks, none deeper than allowed.
    private int depthOfBlock() {
        int rest = product.k - step;
        return Math.ceilDiv(rest, Math.ceilDiv(rest, BLOCK_DEPTH));
    }

    private void packA() {
        if (product.transposedA) {
            tiles.packAlongRows(product.a, row, rows, step, depth, tileRows, packedA);
        } else {
            tiles.packAcrossRows(product.a, row, rows, step, depth, tileRows, packedA, scratch);
        }
    }

    private void packB() {
        int present = Math.min(columns, product.n - column);
        if (product.transposedB) {
            tiles.packAcrossRows(product.b, column, present, step, depth, tileColumns, packedB, scratch);
        } else {
            tiles.packAlongRows(product.b, column, present, step, depth, tileColumns, packedB);
        }
        // panels that lie in the padding altogether
        int packed = roundUp(present, tileColumns);
        Arrays.fill(packedB, packed * depth, Math.max(packed, columns) * depth, 0f);
    }

    private void multiplyBlock() {
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
        tiles.packed(depth, packedA, i * depth, packedB, j * depth, c, cOffset, cStride, step > 0);
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
    private void finish() {
        Matrix bias = product.bias;
        SliceFunction activation = product.activation;
        if (bias != null) {
            addBias(bias);
        }
        if (activation != null) {
            apply(activation, product.activated);
        }
    }

    private void addBias(Matrix bias) {
        Matrix c = product.c;
        int to = offsetInC(0, 0);
        int from = bias.offset() + column;
        if (columns == c.stride() && c.isCompact()) {
            CompactProduct.addBias(rows, columns, c.data(), to, bias.data(), from);
        } else {
            Tiles adding = c.isCompact() ? ScalarTiles.INSTANCE : tiles;
            adding.addBias(rows, columns, c.data(), to, c.stride(), bias.data(), from);
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
