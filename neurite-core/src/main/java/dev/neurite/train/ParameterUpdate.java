package dev.neurite.train;

import dev.neurite.kernels.Team;
import dev.neurite.op.Lowering.Parameter;
import dev.neurite.optimize.Optimizer;
import dev.neurite.parameter.Slot;
import java.util.ArrayList;
import java.util.List;

/// One optimizer step over all parameters that learn, shared by the threads of a team.
///
/// Neighbouring slots that are treated alike are one range; a part of the work is a stretch of the array, so which
/// thread does what changes no bit. Roles of different learning rates have an optimizer rule each; one of rate 0 is
/// left out, since not every rule stands still then, and its moments need not be kept.
final class ParameterUpdate implements Team.Task {
    private static final int SMALLEST_PART = 1 << 15;

    /// Neighbouring parameters that are treated alike.
    private record Range(int from, int to, boolean decays, int rule) {
        boolean continuesWith(Range next) {
            return to == next.from && decays == next.decays && rule == next.rule;
        }
    }

    private final TrainingState state;
    private final Team team;
    private final Range[] ranges;
    private final double[] factors;
    private final Optimizer.Rule[] rules;
    private final int length;

    /// @param parameters the parameters of the program
    /// @param roles      what holds for each role
    ParameterUpdate(Optimizer optimizer, RoleRules roles, TrainingState state, List<Parameter> parameters, Team team) {
        this.state = state;
        this.team = team;
        List<Parameter> learning = parameters.stream()
                .filter(parameter -> parameter.slot().role().learns())
                .filter(parameter -> !parameter.learning().frozen())
                .filter(parameter -> roles.moves(parameter.slot().role()))
                .toList();
        this.factors = learning.stream()
                .mapToDouble(
                        parameter -> roles.learningRateFactor(parameter.slot().role()))
                .distinct()
                .toArray();
        this.rules = new Optimizer.Rule[factors.length];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = optimizer.rule();
        }
        this.ranges = ranges(learning, roles);
        this.length = state.parameters().length;
    }

    /// Moves the parameters by one step; the state has counted the step already.
    void apply(double learningRate) {
        for (int i = 0; i < rules.length; i++) {
            rules[i].begin(state.step(), learningRate * factors[i]);
        }
        team.run(Stretches.parts(length, SMALLEST_PART, team), this);
    }

    @Override
    public void run(int part, int parts) {
        int from = Stretches.start(length, part, parts);
        int to = Stretches.start(length, part + 1, parts);
        for (Range range : ranges) {
            int first = Math.max(from, range.from);
            int last = Math.min(to, range.to);
            if (first < last) {
                rules[range.rule].update(
                        state.parameters(), state.gradients(), state.moments(), first, last, range.decays);
            }
        }
    }

    private Range[] ranges(List<Parameter> learning, RoleRules roles) {
        List<Range> ranges = new ArrayList<>();
        for (Parameter parameter : learning) {
            Slot slot = parameter.slot();
            int rule = rule(roles.learningRateFactor(slot.role()));
            Range range = new Range(slot.offset(), slot.end(), roles.decaying().contains(slot.role()), rule);
            if (!ranges.isEmpty() && ranges.getLast().continuesWith(range)) {
                range = new Range(ranges.removeLast().from, range.to, range.decays, rule);
            }
            ranges.add(range);
        }
        return ranges.toArray(Range[]::new);
    }

    private int rule(double factor) {
        int rule = 0;
        while (factors[rule] != factor) {
            rule++;
        }
        return rule;
    }
}
