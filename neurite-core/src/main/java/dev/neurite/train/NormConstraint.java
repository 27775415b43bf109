package dev.neurite.train;

import dev.neurite.kernels.Team;
import dev.neurite.op.Lowering.Parameter;
import dev.neurite.parameter.Constraint;
import dev.neurite.parameter.Slot;
import java.util.Arrays;

/// Scales the columns of a weight that its [Constraint] does not allow as they are.
///
/// The weight is walked row by row, as it lies in memory. A part of the work is a stretch of columns, and the squares
/// of a column are summed downwards in double precision, so which thread does what changes no bit.
final class NormConstraint implements Team.Task {
    private static final int SMALLEST_PART = 1 << 15;

    private final float[] parameters;
    private final Slot slot;
    private final Constraint constraint;
    private final Team team;
    /// What each column is multiplied by; before that, its sum of squares.
    private final double[] factors;

    NormConstraint(float[] parameters, Parameter parameter, Team team) {
        this.parameters = parameters;
        this.slot = parameter.slot();
        this.constraint = parameter.learning().constraint();
        this.team = team;
        this.factors = new double[slot.stride()];
    }

    void impose() {
        team.run(Stretches.parts(slot.length(), SMALLEST_PART, team), this);
    }

    @Override
    public void run(int part, int parts) {
        int from = Stretches.start(slot.stride(), part, parts);
        int to = Stretches.start(slot.stride(), part + 1, parts);
        Arrays.fill(factors, from, to, 0);
        for (int row = 0; row < slot.rows(); row++) {
            addSquares(slot.offset() + row * slot.stride(), from, to);
        }
        if (squaresToFactors(from, to)) {
            for (int row = 0; row < slot.rows(); row++) {
                scale(slot.offset() + row * slot.stride(), from, to);
            }
        }
    }

    private void addSquares(int row, int from, int to) {
        for (int column = from; column < to; column++) {
            double weight = parameters[row + column];
            factors[column] += weight * weight;
        }
    }

    /// Returns whether any column is to be scaled.
    private boolean squaresToFactors(int from, int to) {
        boolean any = false;
        for (int column = from; column < to; column++) {
            factors[column] = constraint.factor(Math.sqrt(factors[column]));
            any |= factors[column] != 1;
        }
        return any;
    }

    private void scale(int row, int from, int to) {
        for (int column = from; column < to; column++) {
            parameters[row + column] = (float) (parameters[row + column] * factors[column]);
        }
    }
}
