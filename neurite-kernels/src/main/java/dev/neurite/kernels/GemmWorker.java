package dev.neurite.kernels;

import java.util.Arrays;

/// One thread's share of a product: a rectangle of C, walked in blocks that fit the caches (Goto and van de Geijn 2008,
/// <https://doi.org/10.1145/1356052.1356053>), with packed panels of its own.
final class GemmWorker {
    /// Steps of k in a block: one panel of B, 32 columns wide, then takes 64 kB.
    private static final int BLOCK_DEPTH = 512;
    /// Rows of a packed block of A, a multiple of all tile heights.
    private static final int BLOCK_ROWS = 144;
    /// Columns of a packed block of B, a multiple of all tile widths.
    private static final int BLOCK_COLUMNS = 1024;

    /// Floats of a packed block of B.
    static final int LARGEST_BLOCK = BLOCK_DEPTH * BLOCK_COLUMNS;

    private final NarrowProduct narrow = new NarrowProduct();
    private float[] edge = {};
    private float[] packedA = {};
    private float[] packedB = {};

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
        if (next.isNarrow()) {
            narrow.reserve(next);
        } else if (next.isDirect(next.tiles)) {
            boolean copies = next.transposedB || copiesB(next);
            packedB = atLeast(copies ? next.k * width + next.tiles.slack(width) : 0, packedB);
        } else {
            int height = next.tiles.rows();
            int breadth = next.tiles.columns();
            int steps = Math.min(next.k, BLOCK_DEPTH);
            edge = atLeast(height * breadth, edge);
            int rowsOfA = roundUp(Math.min(next.m, BLOCK_ROWS), height);
            packedA = atLeast(steps * rowsOfA + next.tiles.slack(height), packedA);
            int panels = next.panels == null ? roundUp(Math.min(width, BLOCK_COLUMNS), breadth) : 0;
            packedB = atLeast(steps * panels + next.tiles.slack(breadth), packedB);
        }
    }

    static float[] atLeast(int size, float[] present) {
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
            narrow.multiply(product, row, rows);
        } else if (product.panels != null) {
            rowsOfPanels(product.panels);
        } else if (product.transposedB) {
            packAcrossRows(b, column, present, columns, packedB);
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

    private void rowsOfPanels(float[] panels) {
        Matrix a = product.a;
        for (int i = 0; i < rows; i++) {
            int from = a.offset() + (row + i) * a.stride();
            int to = offsetInC(i, 0);
            VectorRows.multiplyPanels(columns, depth, a.data(), from, panels, column * depth, product.c.data(), to);
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
                if (product.panels == null) {
                    packB();
                }
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
            packAcrossRows(product.a, row, rows, tileRows, packedA);
        }
    }

    private void packB() {
        int present = Math.min(columns, product.n - column);
        if (product.transposedB) {
            packAcrossRows(product.b, column, present, tileColumns, packedB);
        } else {
            tiles.packAlongRows(product.b, column, present, step, depth, tileColumns, packedB);
        }
        // panels that lie in the padding altogether
        int packed = roundUp(present, tileColumns);
        Arrays.fill(packedB, packed * depth, Math.max(packed, columns) * depth, 0f);
    }

    private void packAcrossRows(Matrix x, int first, int count, int width, float[] to) {
        int from = x.offset() + first * x.stride() + step;
        tiles.packAcrossRows(x.data(), from, x.stride(), count, depth, width, to, 0);
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
        float[] panels = product.panels;
        if (panels == null) {
            tiles.packed(depth, packedA, i * depth, packedB, j * depth, c, cOffset, cStride, step > 0);
        } else {
            int panel = (column + j) * product.k + step * tileColumns;
            tiles.packed(depth, packedA, i * depth, panels, panel, c, cOffset, cStride, step > 0);
        }
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
