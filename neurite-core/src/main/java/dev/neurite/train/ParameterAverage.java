package dev.neurite.train;

import dev.neurite.kernels.Team;
import dev.neurite.optimize.Average;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Slot;

/// Moves the average of the parameters after a step, shared by the threads of a team; each number by itself, so which
/// thread does what changes no bit. What no gradient moves, such as running statistics, is copied.
final class ParameterAverage implements Team.Task {
    private static final int SMALLEST_PART = 1 << 16;

    private final Average average;
    private final float[] parameters;
    private final float[] averaged;
    private final Slot[] copied;
    private final Team team;
    private float share;

    ParameterAverage(Average average, float[] parameters, float[] averaged, Layout layout, Team team) {
        this.average = average;
        this.copied =
                layout.slots().stream().filter(slot -> !slot.role().learns()).toArray(Slot[]::new);
        this.parameters = parameters;
        this.averaged = averaged;
        this.team = team;
    }

    /// Follows the parameters.
    ///
    /// @param step steps done
    void apply(long step, long steps, int stepsPerEpoch) {
        if (average instanceof Average.None) {
            return;
        }
        share = (float) average.share(step, steps, stepsPerEpoch);
        if (share > 0) {
            team.run(Stretches.parts(parameters.length, SMALLEST_PART, team), this);
        }
        for (Slot slot : copied) {
            System.arraycopy(parameters, slot.offset(), averaged, slot.offset(), slot.length());
        }
    }

    @Override
    public void run(int part, int parts) {
        int from = Stretches.start(parameters.length, part, parts);
        int to = Stretches.start(parameters.length, part + 1, parts);
        if (share == 1) {
            System.arraycopy(parameters, from, averaged, from, to - from);
            return;
        }
        for (int i = from; i < to; i++) {
            averaged[i] = Math.fma(share, parameters[i] - averaged[i], averaged[i]);
        }
    }
}
