package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;

/// Rows of a table seen as the inputs of a network.
///
/// What a cell means is worked out once for each distinct cell; a row's inputs are written when asked for. Immutable
/// and safe to share.
public final class EncodedTable {
    private final int[] rows;
    private final int width;
    private final List<CellEncoder> encoders = new ArrayList<>();
    private final int[] offsets;
    private final List<Note> notes;

    EncodedTable(Preprocessing preprocessing, Table table, int[] rows) {
        this.rows = rows.clone();
        this.width = preprocessing.width();
        this.offsets = new int[preprocessing.encoders().size()];
        List<Note> noted = new ArrayList<>();
        CellEncoders binding = new CellEncoders(table, this.rows, noted::add);
        int offset = 0;
        for (Encoder encoder : preprocessing.encoders()) {
            offsets[encoders.size()] = offset;
            encoders.add(binding.of(encoder));
            offset += encoder.width();
        }
        this.notes = List.copyOf(noted);
    }

    /// How many rows there are.
    public int rows() {
        return rows.length;
    }

    /// How many inputs a row has.
    public int width() {
        return width;
    }

    /// What was done with cells that are not as in training, in the order of the columns.
    public List<Note> notes() {
        return notes;
    }

    /// Writes the inputs of one row.
    ///
    /// @param index which of the rows, from 0
    /// @param to receives [#width()] values
    /// @param offset where the first of them goes
    public void copy(int index, float[] to, int offset) {
        int row = rows[index];
        for (int i = 0; i < offsets.length; i++) {
            encoders.get(i).encode(row, to, offset + offsets[i]);
        }
    }

    /// The inputs of all rows, one row after another.
    ///
    /// @throws IllegalArgumentException if they do not fit into one array
    public float[] toArray() {
        long size = (long) rows.length * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%d rows of %d inputs do not fit into one array".formatted(rows.length, width));
        }
        float[] all = new float[(int) size];
        for (int index = 0; index < rows.length; index++) {
            copy(index, all, index * width);
        }
        return all;
    }
}
