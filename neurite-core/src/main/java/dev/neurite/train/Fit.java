package dev.neurite.train;

import dev.neurite.activation.Identity;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Hinge;
import dev.neurite.loss.Loss;
import dev.neurite.loss.Outputs;
import dev.neurite.metric.Evaluation;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Average;
import dev.neurite.program.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks that a network, a loss and data fit together.
final class Fit {
    private Fit() {}

    static void check(Network network, Loss loss, Dataset data, String name) {
        if (data.size() < 1) {
            throw new IllegalArgumentException(name + " must have at least one row, got none");
        }
        if (data.inputs() != network.inputs()) {
            throw new IllegalArgumentException(
                    name + " must have " + network.inputs() + " inputs like the network, got " + data.inputs());
        }
        checkOutputs(network.layers().getLast(), loss);
        int targets = loss.targets(network.outputs());
        if (targets < 1) {
            throw new IllegalArgumentException("loss " + loss.name() + " must have at least one target for "
                    + network.outputs() + " outputs, got " + targets);
        }
        if (data.targets() != targets) {
            throw new IllegalArgumentException(name + " must have " + targets + " targets for " + loss.name() + " and "
                    + network.outputs() + " outputs, got " + data.targets());
        }
        checkRows(network.outputs(), loss, data, name);
    }

    /// Checks rows that are measured by the loss and by metrics.
    static void checkMeasured(Network network, Loss loss, List<Metric> metrics, Dataset data, String name) {
        check(network, loss, data, name);
        Evaluation.check(metrics, data, network.outputs(), name);
        for (Metric metric : metrics) {
            if (metric.ofProbabilities() && !givesProbabilities(network.layers().getLast(), loss)) {
                throw new IllegalArgumentException(
                        metric.name() + " measures probabilities, which " + loss.name() + " does not predict");
            }
        }
    }

    /// Checks the rows that say when to stop, if there are any, and that there are where the stopping rule needs
    /// them.
    static void checkValidation(Network network, Trainer trainer, @Nullable Dataset data) {
        if (data != null) {
            checkMeasured(network, trainer.loss(), trainer.measured(), data, "validation data");
        } else if (trainer.earlyStopping().metric().isPresent()) {
            throw new IllegalArgumentException("EarlyStopping.metric needs validation rows to measure "
                    + trainer.earlyStopping().metric().get().name() + " on, got none");
        }
    }

    /// Whether predictions may be probabilities: where the link does not make them, the last layer has to.
    private static boolean givesProbabilities(Layer last, Loss loss) {
        return switch (loss.link()) {
            case SOFTMAX, SIGMOID -> true;
            case EXP, GAUSSIAN -> false;
            case IDENTITY ->
                !(loss instanceof Hinge) && !(last instanceof Dense dense && dense.activation() instanceof Identity);
        };
    }

    /// A model goes on with a loss only if its outputs mean the same to it.
    static void checkLink(Model model, Loss loss) {
        if (!model.link().equals(loss.link())) {
            throw new IllegalArgumentException("a model that predicts by " + model.link()
                    + " must go on with a loss of that kind, got " + loss.name() + ", which predicts by "
                    + loss.link());
        }
    }

    /// A state goes on only with the parameters, the moments and the average that it holds.
    static void checkState(Trainer trainer, Program program, TrainingState state) {
        if (!state.layout().equals(program.layout())) {
            throw new IllegalArgumentException("a state must have the layout of the network, got " + state.layout());
        }
        int moments = trainer.optimizer().moments();
        if (state.moments().length != moments) {
            throw new IllegalArgumentException("a state must have the " + moments + " moments of "
                    + trainer.optimizer().name() + ", got " + state.moments().length);
        }
        if (state.averages() == trainer.average() instanceof Average.None) {
            throw new IllegalArgumentException(
                    "a state must hold an average if and only if the trainer keeps one, got " + trainer.average());
        }
    }

    /// Checks that the last layer gives what the loss takes: no probabilities for logits, and only probabilities
    /// for probabilities.
    private static void checkOutputs(Layer last, Loss loss) {
        if (last instanceof Softmax && loss.outputs() == Outputs.LOGITS) {
            throw new IllegalArgumentException(loss.name()
                    + " acts on logits, but the last layer is Softmax, which gives probabilities: take a loss on"
                    + " probabilities, or leave the Softmax out");
        }
        if (loss.outputs() == Outputs.PROBABILITIES && !(last instanceof Softmax || last instanceof Layer.Custom)) {
            throw new IllegalArgumentException(
                    loss.name() + " acts on probabilities, so the last layer must be Softmax, got " + last.name());
        }
    }

    /// Checks that a batch has the rows that the layers compare.
    static void checkBatch(Network network, int rows) {
        String comparing = comparesRows(network.layers());
        if (rows < 2 && comparing != null) {
            throw new IllegalArgumentException(comparing + ": a batch must have at least 2 rows, got " + rows);
        }
    }

    /// The first layer that compares the rows of a batch, such as `layer 3 (Residual), layer 1 (BatchNorm)`; null
    /// if there is none.
    static @Nullable String comparesRows(List<Layer> layers) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer.comparesRows()) {
                String name = "layer " + (i + 1) + " (" + layer.name() + ")";
                return layer instanceof Residual residual ? name + ", " + comparesRows(residual.layers()) : name;
            }
        }
        return null;
    }

    private static void checkRows(int outputs, Loss loss, Dataset data, String name) {
        float[] target = new float[data.targets()];
        for (int row = 0; row < data.size(); row++) {
            float weight = data.weight(row);
            if (!(weight >= 0 && weight < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + ", row " + row + ": weight must be finite and not negative, got " + weight);
            }
            data.copyTargets(row, target, 0);
            String problem = loss.problem(target, 0, outputs);
            if (problem != null) {
                throw new IllegalArgumentException(name + ", row " + row + ": " + problem);
            }
        }
    }
}
