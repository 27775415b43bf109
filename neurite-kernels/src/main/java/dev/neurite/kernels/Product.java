package dev.neurite.kernels;

import org.jspecify.annotations.Nullable;

/// The operands of the product that a [Gemm] is computing.
final class Product {
    private static final Matrix EMPTY = Matrix.of(new float[0], 0, 0, 0, 0);

    Tiles tiles = ScalarTiles.INSTANCE;
    int m;
    int n;
    int k;
    Matrix a = EMPTY;
    Matrix b = EMPTY;
    Matrix c = EMPTY;
    boolean transposedA;
    boolean transposedB;

    @Nullable
    Matrix bias;

    @Nullable
    SliceFunction activation;

    Matrix activated = EMPTY;

    /// B in panels, where it does not change and vectors are to read it so.
    float @Nullable [] panels;

    void set(int m, int n, int k, Matrix a, boolean transposedA, Matrix b, boolean transposedB, Matrix c) {
        this.m = m;
        this.n = n;
        this.k = k;
        this.a = a;
        this.transposedA = transposedA;
        this.b = b;
        this.transposedB = transposedB;
        this.c = c;
        bias = null;
        activation = null;
        panels = null;
    }

    /// Takes the inner loops that are chosen, and B in panels where it does not change.
    void prepare(Tiles chosen) {
        tiles = chosen;
        if (b.isConstant() && isWhole() && readsPanels()) {
            panels = b.panels();
        }
    }

    /// Whether it is `A·B` with all of B.
    private boolean isWhole() {
        return !transposedA && !transposedB && k == b.rows() && n == b.columns();
    }

    /// Plain Java is slow enough not to notice the packing.
    private boolean readsPanels() {
        return tiles != ScalarTiles.INSTANCE && (!isDirect(tiles) || hasRowsOfPanels());
    }

    /// Whether C has so few rows that they are computed one by one, each of whole panels.
    private boolean hasRowsOfPanels() {
        int columns = paddedColumns();
        boolean whole = columns >= 2 * tiles.columns() && columns % tiles.columns() == 0;
        return m < SmallProducts.TILE_ROWS && whole && !isNarrow();
    }

    /// Multiply-adds of the whole product.
    long work() {
        return (long) m * n * k;
    }

    /// Whether [CompactProduct] computes it: C is without padding, or B is where its rows would be loaded as
    /// vectors.
    boolean isCompact() {
        return c.isCompact() || (b.isCompact() && !transposedB && !isNarrow());
    }

    /// Whether C has so few columns that vectors had better run along its rows ([NarrowProduct]).
    boolean isNarrow() {
        boolean padded = !a.isCompact() && !c.isCompact();
        return padded && !transposedB && m > n && (transposedA ? n <= NarrowProduct.COLUMNS : turnsRows());
    }

    /// Whether it pays to turn the rows of A, which only `Aᵀ·B` has as vectors want them.
    private boolean turnsRows() {
        boolean few = n > 2 && n <= NarrowProduct.COLUMNS_OF_TURNED;
        return few && m >= Matrix.ALIGNMENT && k >= Matrix.ALIGNMENT && k <= NarrowProduct.DEEPEST;
    }

    /// Whether these tiles compute it without packing; Bᵀ is then laid out whole, so it must be small.
    boolean isDirect(Tiles candidate) {
        return k == 0 || isCompact() || isNarrow() || (fits() && candidate.prefersDirect(m, paddedColumns(), k));
    }

    private boolean fits() {
        return !transposedB || (long) k * paddedColumns() <= GemmWorker.LARGEST_BLOCK;
    }

    /// The loop that the vector tiles will spend the time in; decided without them, since they take long to load.
    Loop vectorLoop() {
        int columns = paddedColumns();
        if (isNarrow()) {
            return Loop.NARROW_PRODUCT;
        }
        if (!fits() || !SmallProducts.preferDirect(m, columns, k)) {
            return Loop.PACKED_PRODUCT;
        }
        return SmallProducts.goByRows(m, columns) ? Loop.ROW_PRODUCT : Loop.DIRECT_PRODUCT;
    }

    /// Columns of C with the padding that products write.
    int paddedColumns() {
        return c.isCompact() ? n : Matrix.paddedStride(n);
    }
}
