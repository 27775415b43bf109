package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.kernels.Team;
import dev.neurite.loss.Loss;
import dev.neurite.op.Lowering.Parameter;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import java.util.Arrays;

/// The mean loss over all rows of a dataset as a function of the parameters, plus the penalties on them.
///
/// Rows go through the network in chunks, in their order; losses and gradients of the chunks are added in double
/// precision. The parameters themselves are floats.
final class FullBatch implements Objective {
    private final Loss loss;
    private final TrainingState state;
    private final Program program;
    private final Workspace workspace;
    private final Batches batches;
    private final Penalties penalties;
    private long draw;

    FullBatch(Loss loss, double l2, Program program, TrainingState state, Batches batches, Team team) {
        this.loss = loss;
        this.penalties = new Penalties(program.parameters(), l2);
        this.program = program;
        this.state = state;
        this.batches = batches;
        this.workspace = program.workspace(state.parameters(), state.gradients(), team);
    }

    /// The parameters at the start.
    double[] start() {
        double[] start = new double[state.parameters().length];
        for (int i = 0; i < start.length; i++) {
            start[i] = state.parameters()[i];
        }
        return start;
    }

    /// Number of parameters.
    int parameters() {
        return program.layout().count();
    }

    /// Checks that the loss is a function of the parameters alone, which may have any values: that another draw
    /// gives the same, and that nothing is imposed after a step.
    ///
    /// @throws IllegalArgumentException if it is not
    void check() {
        for (Parameter parameter : program.parameters()) {
            if (parameter.learning().constrained()) {
                throw new IllegalArgumentException("Lbfgs cannot keep the constraint "
                        + parameter.learning().constraint() + " of " + parameter.layer()
                        + ", since it searches along straight lines: use another optimizer, or a penalty instead");
            }
        }
        String comparing = Fit.comparesRows(program.network().layers());
        if (comparing != null) {
            throw new IllegalArgumentException(
                    "Lbfgs needs a loss of each row for itself, so no batch normalisation, got " + comparing);
        }
        double[] start = start();
        double[] gradient = new double[start.length];
        double loss = evaluate(start, gradient);
        draw++;
        double again = evaluate(start, gradient);
        if (Double.compare(loss, again) != 0) {
            throw new IllegalArgumentException("Lbfgs needs a loss without draws, so no dropout and no noise, got "
                    + program.network().layers());
        }
    }

    @Override
    public void round(double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = (float) point[i];
        }
    }

    /// Half a unit of the last place of a float.
    @Override
    public double uncertainty() {
        return 0x1.0p-24;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        place(point);
        Arrays.fill(gradient, 0);
        double sum = 0;
        double weights = 0;
        batches.start(0);
        while (batches.hasNext()) {
            int rows = batches.next(program, workspace);
            double weight = batches.weightSum(rows);
            sum += weight * chunk(rows);
            weights += weight;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weight * state.gradients()[i];
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= weights;
        }
        return sum / weights + penalties.add(point, gradient);
    }

    /// Makes a point the parameters of the training.
    void place(double[] point) {
        for (int i = 0; i < point.length; i++) {
            state.parameters()[i] = (float) point[i];
        }
    }

    private double chunk(int rows) {
        workspace.at(state.seed(), draw);
        program.forward(workspace);
        Rows output = workspace.values(program.output());
        Rows delta = workspace.deltas(program.output());
        double mean = LossCheck.evaluate(loss, rows, output, batches.targets(), batches.weights(), delta);
        program.backward(workspace);
        return mean;
    }
}
