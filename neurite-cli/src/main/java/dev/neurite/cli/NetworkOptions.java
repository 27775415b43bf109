package dev.neurite.cli;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Softmax;
import dev.neurite.parameter.Constraint;
import dev.neurite.program.Program;
import dev.neurite.table.HiddenLayers;
import dev.neurite.table.HiddenLayers.Normalization;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of `train` that say what the network is.
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class NetworkOptions {
    /// What fits into one array of the JVM and one ONNX file, which is at most 2 GB.
    private static final long MOST_PARAMETERS = 500_000_000;

    /// What a model that is gone on with says itself, and what would make little sense of it.
    private static final List<String> NOT_WITH_FROM = List.of(
            "--hidden",
            "--activation",
            "--dropout",
            "--batch-norm",
            "--layer-norm",
            "--residual",
            "--max-norm",
            "--task",
            "--exclude",
            "--folds");

    /// What says something about hidden layers alone.
    private static final List<String> OF_HIDDEN =
            List.of("--activation", "--dropout", "--batch-norm", "--layer-norm", "--max-norm");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "A model to go on with: its columns, preprocessing and network, from its parameters.")
    private @Nullable Path from;

    @Option(
            names = "--hidden",
            paramLabel = "UNITS",
            description = "Units of the hidden layers, or none for a linear model (default: ${DEFAULT-VALUE}).")
    private String hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "One of " + Activations.NAMES + " (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            description = "Probability with which training zeroes a hidden unit (default: ${DEFAULT-VALUE}).")
    private Real dropout;

    @Option(
            names = "--batch-norm",
            description = "Normalise each hidden unit over the rows of a batch, before its activation.")
    private boolean batchNorm;

    @Option(names = "--layer-norm", description = "Normalise the hidden units of each row, before their activation.")
    private boolean layerNorm;

    @Option(
            names = "--residual",
            description = "A hidden layer with as many units as the one before adds to what it takes.")
    private boolean residual;

    @Option(
            names = "--max-norm",
            paramLabel = "C",
            description = "Scales the weights of a hidden unit whose norm is larger down to it (default: no limit).")
    private @Nullable Real maxNorm;

    /// Refuses what is wrong whatever the data hold.
    void check() {
        if (from != null) {
            for (String option : NOT_WITH_FROM) {
                if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                    throw CommandFailure.usage("Only one of --from and " + option + " can be given.");
                }
            }
            Tables.requireFile(from);
        }
        activation();
        Require.valid(dropout, () -> new Dropout(dropout.value()));
        checkUnits(units());
        if (batchNorm && layerNorm) {
            throw CommandFailure.usage("Only one of --batch-norm and --layer-norm can be given.");
        }
        hidden();
    }

    private void checkUnits(List<Integer> units) {
        for (int layer = 1; layer <= units.size(); layer++) {
            int size = units.get(layer - 1);
            if (size < 1) {
                throw CommandFailure.usage("--hidden must be positive, got " + size
                        + (units.size() == 1 ? "." : " for layer " + layer + " of " + hidden + "."));
            }
        }
        for (String option : units.isEmpty() ? OF_HIDDEN : List.<String>of()) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CommandFailure.usage(option + " needs a layer of --hidden, got none.");
            }
        }
    }

    /// The model to go on with.
    Optional<Path> from() {
        return Optional.ofNullable(from);
    }

    /// A trainer with this network.
    TableTrainer in(TableTrainer trainer) {
        if (from != null) {
            return trainer.withStart(ModelFiles.read(from));
        }
        return trainer.withHidden(hidden());
    }

    private HiddenLayers hidden() {
        HiddenLayers layers = HiddenLayers.standard()
                .withUnits(units())
                .withActivation(activation())
                .withDropout(dropout.value())
                .withNormalization(
                        batchNorm ? Normalization.BATCH : layerNorm ? Normalization.LAYER : Normalization.NONE);
        Real limit = maxNorm;
        HiddenLayers limited = limit == null
                ? layers
                : layers.withConstraint(Require.valid(limit, () -> Constraint.maxNorm(limit.value())));
        try {
            return limited.withResidual(residual);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    "--residual needs two layers of --hidden of equally many units in a row, got " + hidden + ".");
        }
    }

    /// Refuses batches of one row, where a batch norm has nothing to normalise over.
    void checkBatch(Network network, Trainer trainer, PreparedTable data) {
        Dataset all = data.trainingData();
        long rows = IntStream.range(0, all.size())
                .filter(row -> all.weight(row) > 0)
                .count();
        int batchSize = trainer.batchSize(all.size());
        if (Math.min(batchSize, rows) < 2 && network.layers().stream().anyMatch(Layer::comparesRows)) {
            throw CommandFailure.usage("%s needs batches of at least 2 rows, but %s."
                    .formatted(
                            from == null ? "--batch-norm" : "The batch norm of --from " + from,
                            rows < 2 ? "there is only 1 row to learn from" : "--batch-size is " + batchSize));
        }
    }

    /// Refuses a model that nothing can be learned by.
    void checkStart(Network network) {
        if (from == null) {
            return;
        }
        if (Program.forPrediction(network, 1).layout().length() == 0) {
            throw CommandFailure.usage("--from " + from + " has no parameters that could learn.");
        }
        if (network.layers().getLast() instanceof Softmax) {
            throw CommandFailure.usage(
                    "--from " + from + " ends in a layer Softmax, but the losses of tables act on logits.");
        }
    }

    /// Refuses a network for these data that is too large for one file.
    void checkSize(PreparedTable data) {
        if (from != null) {
            return;
        }
        long parameters = 0;
        long below = data.preprocessing().width();
        for (long units : Stream.concat(
                        units().stream(), Stream.of(data.target().outputs()))
                .toList()) {
            parameters += (below + (batchNorm || layerNorm ? 4 : 1)) * units;
            below = units;
        }
        if (parameters > MOST_PARAMETERS) {
            throw CommandFailure.usage("--hidden must make a network of at most %s parameters, got %s."
                    .formatted(Numbers.count(MOST_PARAMETERS), Numbers.count(parameters)));
        }
    }

    private Activation activation() {
        return Activations.named(activation);
    }

    private List<Integer> units() {
        List<Integer> units = new ArrayList<>();
        if (hidden.equals("none")) {
            return units;
        }
        for (String each : hidden.split(",", -1)) {
            try {
                units.add(Integer.valueOf(each.strip()));
            } catch (NumberFormatException e) {
                throw CommandFailure.usage("--hidden must be whole numbers such as 64,64 or none, got " + hidden + ".");
            }
        }
        return units;
    }
}
