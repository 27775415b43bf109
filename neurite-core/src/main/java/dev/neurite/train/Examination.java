package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.kernels.Team;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.op.Op;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs some rows forward and backward through a network, in memory of its own, and looks at every layer: at its
/// outputs as prediction computes them, at its gradients as training does.
final class Examination implements AutoCloseable {
    private static final int BATCH = 256;

    private final Loss loss;
    private final Batches batches;
    private final Program training;
    private final Program prediction;
    private final Team team = Team.of(1);

    Examination(Network network, Loss loss, Dataset data) {
        this.loss = loss;
        this.batches = Batches.inOrder(data.subset(evenlySpread(data)), BATCH);
        this.training = Program.forTraining(network, batches.batchSize());
        this.prediction = Program.forPrediction(network, batches.batchSize());
    }

    /// Some of the rows that weigh anything.
    private static int[] evenlySpread(Dataset data) {
        int[] weighty = IntStream.range(0, data.size())
                .filter(row -> data.weight(row) > 0)
                .toArray();
        int[] rows = new int[Math.min(weighty.length, Diagnosis.ROWS)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = weighty[(int) ((long) i * weighty.length / rows.length)];
        }
        return rows;
    }

    /// The health of all layers with these parameters, which stay as they are.
    Diagnosis of(float[] parameters) {
        Map<String, Outputs> outputs = outputs(parameters);
        Map<String, Gradients> gradients = gradients(parameters);
        double last = gradients.isEmpty()
                ? 0
                : List.copyOf(gradients.values()).getLast().rootMeanSquare();
        List<LayerHealth> layers = new ArrayList<>();
        outputs.forEach((layer, seen) -> {
            Gradients back = gradients.getOrDefault(layer, new Gradients());
            double gradient = back.rootMeanSquare();
            double ratio = last == 0 ? Double.NaN : gradient / last;
            layers.add(new LayerHealth(
                    layer, seen.alive.length, seen.dead(), seen.finite, back.finite(), gradient, ratio));
        });
        return new Diagnosis(layers);
    }

    private Map<String, Outputs> outputs(float[] parameters) {
        Workspace workspace = prediction.workspace(parameters, new float[0], team);
        Map<String, Outputs> outputs = new LinkedHashMap<>();
        batches.start(0);
        while (batches.hasNext()) {
            batches.next(prediction, workspace);
            prediction.forward(workspace);
            for (Op op : lastOfEachLayer(prediction)) {
                Rows values = workspace.values(op.output());
                outputs.computeIfAbsent(op.name(), _ -> new Outputs(values.columns()))
                        .add(values, workspace.rows());
            }
        }
        return outputs;
    }

    private Map<String, Gradients> gradients(float[] parameters) {
        float[] copy = parameters.clone(); // running statistics are written in training
        Workspace workspace = training.workspace(copy, new float[copy.length], team);
        Map<String, Gradients> gradients = new LinkedHashMap<>();
        batches.start(0);
        while (batches.hasNext()) {
            int count = batches.next(training, workspace);
            training.forward(workspace);
            Rows logits = workspace.values(training.output());
            Rows delta = workspace.deltas(training.output());
            loss.evaluate(count, logits, batches.targets(), batches.weights(), delta);
            training.backward(workspace);
            for (Op op : lastOfEachLayer(training)) {
                if (!op.output().needsDelta()) {
                    continue;
                }
                gradients.computeIfAbsent(op.name(), _ -> new Gradients()).add(workspace.deltas(op.output()), count);
            }
        }
        return gradients;
    }

    private static Collection<Op> lastOfEachLayer(Program program) {
        Map<String, Op> ops = new LinkedHashMap<>();
        for (Op op : program.ops()) {
            ops.put(op.name(), op);
        }
        return ops.values();
    }

    @Override
    public void close() {
        team.close();
    }

    /// The outputs of a layer.
    private static final class Outputs {
        private final boolean[] alive;
        private boolean finite = true;

        Outputs(int units) {
            alive = new boolean[units];
        }

        void add(Rows values, int rows) {
            for (int row = 0; row < rows; row++) {
                for (int unit = 0; unit < values.columns(); unit++) {
                    float value = values.at(row, unit);
                    alive[unit] |= value != 0;
                    finite &= Float.isFinite(value);
                }
            }
        }

        int dead() {
            int dead = 0;
            for (boolean unit : alive) {
                dead += unit ? 0 : 1;
            }
            return dead;
        }
    }

    /// The gradients of a layer.
    private static final class Gradients {
        private double squares;
        private long count;

        void add(Rows deltas, int rows) {
            for (int row = 0; row < rows; row++) {
                for (int unit = 0; unit < deltas.columns(); unit++) {
                    double delta = deltas.at(row, unit);
                    squares += delta * delta;
                }
            }
            count += (long) rows * deltas.columns();
        }

        boolean finite() {
            return Double.isFinite(squares);
        }

        double rootMeanSquare() {
            return Math.sqrt(squares / count);
        }
    }
}
