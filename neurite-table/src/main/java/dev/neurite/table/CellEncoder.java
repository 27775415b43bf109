package dev.neurite.table;

/// An encoder bound to a column of one table: writes what the cell in a row becomes.
interface CellEncoder {
    void encode(int row, float[] to, int offset);
}
