package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.kernels.Team;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.metric.MetricSet;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Folding;
import dev.neurite.program.Program;
import java.util.List;

/// Measures the parameters of a training on its validation data, as prediction would use them.
final class Validator {
    private static final int BATCH = 256;

    private final Loss loss;
    private final List<Metric> metrics;
    private final Folding folding;
    private final float[] parameters;
    private final float[] folded;
    private final Program program;
    private final Workspace workspace;
    private final Batches batches;
    private final Rows delta;
    private final int targets;

    Validator(Network network, Loss loss, List<Metric> metrics, Dataset data, float[] parameters, Team team) {
        this.loss = loss;
        this.metrics = metrics;
        this.batches = Batches.inOrder(data, BATCH);
        this.parameters = parameters;
        this.folding = Folding.of(network);
        this.folded = new float[folding.length()];
        this.program = Program.forPrediction(folding.network(), batches.batchSize());
        this.workspace = program.workspace(folded, new float[0], team);
        this.delta = Rows.allocate(batches.batchSize(), program.output().columns());
        this.targets = data.targets();
    }

    /// What the current parameters give.
    EpochRecord measure(int epoch, double trainingLoss) {
        MetricSet measured = new MetricSet(metrics, program.output().columns(), targets);
        double sum = 0;
        double weights = 0;
        folding.apply(parameters, folded);
        batches.start(epoch);
        while (batches.hasNext()) {
            int rows = batches.next(program, workspace);
            double weight = batches.weightSum(rows);
            sum += weight * measureBatch(rows, measured);
            weights += weight;
        }
        return new EpochRecord(epoch, trainingLoss, sum / weights, measured.values());
    }

    private double measureBatch(int rows, MetricSet measured) {
        program.forward(workspace);
        Rows output = workspace.values(program.output());
        double mean = LossCheck.evaluate(loss, rows, output, batches.targets(), batches.weights(), delta);
        if (!measured.isEmpty()) {
            loss.link().apply(rows, output);
            accumulate(rows, output, measured);
        }
        return mean;
    }

    private void accumulate(int rows, Rows predictions, MetricSet measured) {
        float[] weights = batches.weights();
        Rows truth = batches.targets();
        for (int row = 0; row < rows; row++) {
            double weight = weights == null ? 1 : weights[row];
            measured.add(predictions.data(), predictions.row(row), truth.data(), truth.row(row), weight);
        }
    }
}
