package dev.neurite.op;

import dev.neurite.kernels.Matrix;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import java.util.List;
import java.util.function.UnaryOperator;

/// The parameters of an array, or their gradients, one by one. Immutable; the array is shared.
public final class ParameterViews {
    static final ParameterViews NONE = new ParameterViews(List.of(), new float[0], UnaryOperator.identity());

    private final Rows[] rows;
    private final Matrix[] matrices;

    private ParameterViews(List<Slot> slots, float[] data, UnaryOperator<Matrix> kind) {
        this.rows = slots.stream()
                .map(slot -> Rows.of(data, slot.offset(), slot.columns()))
                .toArray(Rows[]::new);
        this.matrices = slots.stream()
                .map(slot -> Matrix.of(data, slot.offset(), slot.rows(), slot.columns(), slot.stride()))
                .map(kind)
                .toArray(Matrix[]::new);
    }

    /// Views of numbers that change.
    static ParameterViews of(Layout layout, float[] data) {
        return new ParameterViews(layout.slots(), data, UnaryOperator.identity());
    }

    /// Views of numbers that do not change from now on: workspaces that share them also share what products make of
    /// a weight to read it faster.
    public static ParameterViews constant(Layout layout, float[] data) {
        return new ParameterViews(layout.slots(), data, Matrix::constant);
    }

    Rows rows(Slot slot) {
        return rows[slot.index()];
    }

    Matrix matrix(Slot slot) {
        return matrices[slot.index()];
    }
}
