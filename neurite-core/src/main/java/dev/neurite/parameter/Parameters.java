package dev.neurite.parameter;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The numbers that a network has learned: a layout and one array. Immutable; equal when all numbers are equal.
public final class Parameters {
    private final Layout layout;
    private final float[] values;

    private Parameters(Layout layout, float[] values) {
        this.layout = layout;
        this.values = values;
    }

    /// Parameters with a copy of `values`, which are laid out with padding as `layout` says.
    ///
    /// @throws IllegalArgumentException if the length is not that of the layout
    public static Parameters of(Layout layout, float[] values) {
        requireLength(layout.length(), values.length);
        return new Parameters(layout, values.clone());
    }

    /// Parameters from one number after the other, without padding: slot by slot, row by row.
    ///
    /// @throws IllegalArgumentException if the length is not the number of parameters
    public static Parameters ofVector(Layout layout, float[] vector) {
        requireLength(layout.count(), vector.length);
        float[] values = new float[layout.length()];
        int from = 0;
        for (Slot slot : layout.slots()) {
            for (int row = 0; row < slot.rows(); row++) {
                System.arraycopy(vector, from, values, slot.offset() + row * slot.stride(), slot.columns());
                from += slot.columns();
            }
        }
        return new Parameters(layout, values);
    }

    /// Where each parameter stands.
    public Layout layout() {
        return layout;
    }

    /// The number in row `row` and column `column` of `slot`.
    public float at(Slot slot, int row, int column) {
        Objects.checkIndex(row, slot.rows());
        Objects.checkIndex(column, slot.columns());
        return values[slot.offset() + row * slot.stride() + column];
    }

    /// Copies all numbers, padding included, to the start of `target`.
    public void copyTo(float[] target) {
        System.arraycopy(values, 0, target, 0, values.length);
    }

    /// A copy of all numbers, padding included.
    public float[] toArray() {
        return values.clone();
    }

    /// All parameters one after the other, without padding: slot by slot, row by row.
    public float[] toVector() {
        float[] vector = new float[layout.count()];
        int to = 0;
        for (Slot slot : layout.slots()) {
            for (int row = 0; row < slot.rows(); row++) {
                System.arraycopy(values, slot.offset() + row * slot.stride(), vector, to, slot.columns());
                to += slot.columns();
            }
        }
        return vector;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameters that && layout.equals(that.layout) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[" + layout.count() + " in " + layout.slots().size() + " slots]";
    }

    private static void requireLength(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalArgumentException("parameters must be " + expected + " numbers, got " + actual);
        }
    }
}
