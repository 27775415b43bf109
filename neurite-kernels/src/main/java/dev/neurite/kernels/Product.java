package dev.neurite.kernels;

import org.jspecify.annotations.Nullable;

/// The operands of the product that a [Gemm] is computing.
final class Product {
    /// Columns of C up to which `Aᵀ·B` is computed transposed, measured at 512 bits (docs/kernels.md).
    private static final int NARROW = 12;

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

    /// Whether C has so few columns that lanes had better run along its rows, which `Aᵀ·B` has side by side in A.
    boolean isNarrow() {
        return transposedA && n <= NARROW && m > n && !a.isCompact();
    }

    /// Whether these tiles compute it without packing; Bᵀ is then laid out whole, so it must be small.
    boolean isDirect(Tiles candidate) {
        return k == 0 || isCompact() || (fits() && candidate.prefersDirect(m, paddedColumns(), k));
    }

    private boolean fits() {
        return !transposedB || (long) k * paddedColumns() <= GemmWorker.LARGEST_BLOCK;
    }

    /// The loop that the vector tiles will spend the time in; decided without them, since they take long to load.
    Loop vectorLoop() {
        int columns = paddedColumns();
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
