package dev.neurite.table;

/// Rows of a table drawn apart: those to learn from and those held out, both in ascending order.
public final class RowSplit {
    private final int[] train;
    private final int[] heldOut;

    RowSplit(int[] train, int[] heldOut) {
        this.train = train;
        this.heldOut = heldOut;
    }

    /// The rows to learn from.
    public int[] train() {
        return train.clone();
    }

    /// The rows held out.
    public int[] heldOut() {
        return heldOut.clone();
    }
}
