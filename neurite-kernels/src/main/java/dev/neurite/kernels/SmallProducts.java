package dev.neurite.kernels;

/// Which products vectors do better without packing, measured at 512 bits (docs/kernels.md).
final class SmallProducts {
    /// Multiply-adds up to which packing costs more than it saves.
    private static final long DIRECT_WORK = 1 << 19;

    /// Rows of the lowest tile.
    static final int TILE_ROWS = 4;

    private SmallProducts() {}

    /// Little work, or too few rows or columns for a packed tile to be full.
    static boolean preferDirect(int rows, int columns, int depth) {
        return rows < TILE_ROWS || columns <= Matrix.ALIGNMENT || (long) rows * columns * depth <= DIRECT_WORK;
    }

    /// Too few rows for a tile.
    static boolean goByRows(int rows, int columns) {
        return rows < TILE_ROWS || (columns <= Matrix.ALIGNMENT && rows < 8);
    }
}
