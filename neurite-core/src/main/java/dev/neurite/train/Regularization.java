package dev.neurite.train;

import dev.neurite.kernels.Team;
import dev.neurite.op.Lowering.Parameter;
import dev.neurite.parameter.Learning;
import dev.neurite.parameter.Slot;
import java.util.List;

/// Penalties and constraints of single parameters: penalties go into the gradient before any other edit, constraints
/// are imposed after the step.
final class Regularization {
    private final float[] parameters;
    private final float[] gradients;
    private final Parameter[] penalized;
    private final NormConstraint[] constraints;

    Regularization(RoleRules roles, TrainingState state, List<Parameter> all, Team team) {
        this.parameters = state.parameters();
        this.gradients = state.gradients();
        this.penalized = all.stream()
                .filter(parameter -> parameter.learning().penalized())
                .toArray(Parameter[]::new);
        this.constraints = all.stream()
                .filter(parameter -> parameter.learning().constrained()
                        && roles.moves(parameter.slot().role()))
                .map(parameter -> new NormConstraint(parameters, parameter, team))
                .toArray(NormConstraint[]::new);
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

    /// Imposes the constraints.
    void constrain() {
        for (NormConstraint constraint : constraints) {
            constraint.impose();
        }
    }
}
