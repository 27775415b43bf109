package dev.neurite.train;

import dev.neurite.kernels.Team;
import dev.neurite.optimize.Optimizer;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Slot;
import java.util.ArrayList;
import java.util.List;

/// One optimizer step over all parameters, shared by the threads of a team.
///
/// Neighbouring slots that decay alike are one range; a part of the work is a stretch of the array, so which thread
/// does what changes no bit.
final class ParameterUpdate implements Team.Task {
    private static final int ALIGNMENT = 16;
    private static final int SMALLEST_PART = 1 << 15;

    /// Neighbouring parameters that are treated alike.
    private record Range(int from, int to, boolean decays) {}

    private final Optimizer.Rule rule;
    private final TrainingState state;
    private final Team team;
    private final Range[] ranges;
    private final int length;

    ParameterUpdate(Optimizer optimizer, TrainingState state, Layout layout, Team team) {
        this.rule = optimizer.rule();
        this.state = state;
        this.team = team;
        this.ranges = ranges(layout);
        this.length = layout.length();
    }

    /// Moves all parameters by one step; the state has counted the step already.
    void apply(double learningRate) {
        rule.begin(state.step(), learningRate);
        team.run(Math.clamp(length / SMALLEST_PART, 1, team.size()), this);
    }

    @Override
    public void run(int part, int parts) {
        int from = boundary(part, parts);
        int to = boundary(part + 1, parts);
        for (Range range : ranges) {
            int first = Math.max(from, range.from());
            int last = Math.min(to, range.to());
            if (first < last) {
                rule.update(state.parameters(), state.gradients(), state.moments(), first, last, range.decays());
            }
        }
    }

    private int boundary(int part, int parts) {
        return (int) ((long) (length / ALIGNMENT) * part / parts) * ALIGNMENT;
    }

    private static Range[] ranges(Layout layout) {
        List<Range> ranges = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            boolean decays = slot.role().decays();
            if (!ranges.isEmpty() && ranges.getLast().decays() == decays) {
                ranges.set(ranges.size() - 1, new Range(ranges.getLast().from(), slot.end(), decays));
            } else {
                ranges.add(new Range(slot.offset(), slot.end(), decays));
            }
        }
        return ranges.toArray(Range[]::new);
    }
}
