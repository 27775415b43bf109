package dev.neurite.train;

import dev.neurite.op.Lowering.Parameter;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Slot;
import java.util.List;

/// Penalties and constraints of single parameters: penalties go into the gradient before any other edit, constraints
/// are
/// imposed after the step.
final class Regularization {
    private final float[] parameters;
    private final float[] gradients;
    private final Parameter[] penalized;
    private final Parameter[] constrained;

    Regularization(TrainingState state, List<Parameter> all) {
        this.parameters = state.parameters();
        this.gradients = state.gradients();
        this.penalized = all.stream()
                .filter(parameter -> parameter.learning().penalized())
                .toArray(Parameter[]::new);
        this.constrained = all.stream()
                .filter(parameter -> parameter.learning().constrained())
                .toArray(Parameter[]::new);
    }

    /// `g ← g + l1·sign(w) + l2·w`.
    void addPenalties() {
        for (Parameter parameter : penalized) {
            Learning learning = parameter.learning();
            Slot slot = parameter.slot();
            addPenalty(slot.offset(), slot.end(), (float) learning.l1(), (float) learning.l2());
        }
    }

    private void addPenalty(int from, int to, float l1, float l2) {
        for (int i = from; i < to; i++) {
            gradients[i] += l1 * Math.signum(parameters[i]) + l2 * parameters[i];
        }
    }

    /// Scales the columns that a constraint does not allow as they are.
    void constrain() {
        for (Parameter parameter : constrained) {
            for (int column = 0; column < parameter.slot().columns(); column++) {
                constrain(parameter, column);
            }
        }
    }

    private void constrain(Parameter parameter, int column) {
        Slot slot = parameter.slot();
        double squares = 0;
        for (int i = slot.offset() + column; i < slot.end(); i += slot.stride()) {
            squares += (double) parameters[i] * parameters[i];
        }
        double factor = parameter.learning().constraint().factor(Math.sqrt(squares));
        if (factor != 1) {
            for (int i = slot.offset() + column; i < slot.end(); i += slot.stride()) {
                parameters[i] = (float) (parameters[i] * factor);
            }
        }
    }
}
