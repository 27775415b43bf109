package dev.neurite.kernels;

/// The inner loops of matrix products, below blocking and threads; the scalar and the vector ones give the same bits.
///
/// Packed panels hold `width` rows of A, or columns of B, for `depth` steps of k: element (p, r) at `p·width + r`. A
/// panel of A is as wide as the tile is high, a panel of B as wide as the tile; the panels of a block follow each
/// other, and what a panel has beyond the block is 0.
interface Tiles {
    /// The inner loops of scalar or of vector kernels.
    static Tiles of(Kernels kernels) {
        return kernels instanceof ScalarKernels ? ScalarTiles.INSTANCE : VectorTiles.INSTANCE;
    }

    /// Rows of the register tile.
    int rows();

    /// Columns of the register tile, a divisor or a multiple of [Matrix#ALIGNMENT].
    int columns();

    /// One register tile: `C[r][j] = fma(a[p·rows + r], b[p·columns + j], C[r][j])` for p ascending.
    ///
    /// @param accumulate false to start from 0 instead of C
    void packed(
            int depth,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cStride,
            boolean accumulate);

    /// Whether [#direct] is faster than packing for a product of this size.
    ///
    /// @param columns with padding
    boolean prefersDirect(int rows, int columns, int depth);

    /// A product without packing, `rows × columns` of C from 0. Element (i, p) of A is at
    /// `aOffset + i·aRow + p·aStep`, row p of B starts at `bOffset + p·bStride`.
    ///
    /// @param columns a multiple of [Matrix#ALIGNMENT]
    void direct(
            int rows,
            int columns,
            int depth,
            float[] a,
            int aOffset,
            int aRow,
            int aStep,
            float[] b,
            int bOffset,
            int bStride,
            float[] c,
            int cOffset,
            int cStride);

    /// Adds `bias` to each row of a block of C.
    ///
    /// @param columns a multiple of [Matrix#ALIGNMENT]
    void addBias(int rows, int columns, float[] c, int cOffset, int cStride, float[] bias, int biasOffset);

    /// Floats that packing may write behind the last panel of this width.
    int slack(int width);

    /// Packs panels from a matrix whose rows run along the width: element (p, r) is `x[step + p][first + r]`.
    void packAlongRows(Matrix x, int first, int count, int step, int depth, int width, float[] to);

    /// Packs panels from rows that run along k: element (p, r) is `x[from + r·stride + p]` and goes to
    /// `to[at + p·width + r]` for r < `width`; each further panel begins `width·depth` behind the last.
    ///
    /// Behind the last panel the [#slack] may be written, but nothing where `depth` is a multiple of 16.
    void packAcrossRows(float[] x, int from, int stride, int count, int depth, int width, float[] to, int at);
}
