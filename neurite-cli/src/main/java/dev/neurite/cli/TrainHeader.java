package dev.neurite.cli;

import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.parameter.Constraint;
import dev.neurite.program.Program;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.HiddenLayers;
import dev.neurite.table.Note;
import dev.neurite.table.PreparedTable;
import dev.neurite.table.Table;
import dev.neurite.table.TableTrainer;
import dev.neurite.table.Target;
import dev.neurite.table.TargetColumn;
import dev.neurite.table.TargetColumns;
import dev.neurite.table.Task;
import dev.neurite.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `train` says before it begins: what was read, what is learned and why, by what network.
record TrainHeader(TrainPlan plan, TableTrainer tables, PreparedTable data, Trainer trainer) {
    private static final int WIDEST_LABELS = 60;

    List<String> lines() {
        Table table = data.training().table();
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s, %s"
                .formatted(
                        plan.data().file(),
                        Numbers.of(table.rows(), "row"),
                        Numbers.of(table.columns().size(), "column")));
        lines.addAll(ColumnSummary.of(table, data.preprocessing(), tables.roles()));
        lines.addAll(notes(plan.notes(data)));
        lines.add(task());
        lines.add(rows());
        lines.add(networkLine());
        lines.add("");
        return lines;
    }

    static List<String> notes(List<Note> notes) {
        return notes.stream().map(note -> "Note: " + note.sentence()).toList();
    }

    private String task() {
        Task task = data.target().task();
        Task other = task == Task.CLASSIFICATION ? Task.REGRESSION : Task.CLASSIFICATION;
        String what = task.word() + " of " + Targets.names(data.target().columns()) + labels();
        if (plan.network().from().isPresent()) {
            return "Task: " + what + ", as the model has it";
        }
        if (tables.roles().task().isPresent()) {
            return "Task: " + what + ", as asked for";
        }
        Optional<String> byLoss = plan.loss().reason();
        if (byLoss.isPresent()) {
            return "Task: " + what + ", because " + byLoss.get();
        }
        String hint = allows(other) ? "; --task " + other.word() + " changes it" : "";
        String reasons =
                data.columns().columns().stream().map(TargetColumn::reason).collect(Collectors.joining(" and "));
        return "Task: " + what + ", because " + reasons + hint;
    }

    private String labels() {
        if (!(data.target() instanceof Target.Classification classification)) {
            return "";
        }
        List<String> labels = classification.labels();
        return " (%d labels: %s)"
                .formatted(labels.size(), TextTable.shortened(String.join(", ", labels), WIDEST_LABELS));
    }

    private boolean allows(Task task) {
        try {
            TargetColumns.of(data.training().table(), tables.roles().targets(), Optional.of(task));
            return true;
        } catch (DataFormatException e) {
            return false; // texts are no numbers
        }
    }

    private String rows() {
        return "Rows: %s to learn from, %s for stopping, %s for the test (seed %d)"
                .formatted(
                        Numbers.count(data.training().size()),
                        Numbers.count(data.validation().size()),
                        Numbers.count(data.test().size()),
                        plan.data().seed());
    }

    private String descent() {
        if (plan.optimizer().lbfgs().isPresent()) {
            return "lbfgs, all rows at once";
        }
        return "%s, learning rate %s, batches of %d"
                .formatted(
                        plan.optimizer().name(),
                        Numbers.plain(trainer.learningRate()),
                        trainer.batchSize(data.training().size()));
    }

    private String networkLine() {
        Network network = tables.network(data);
        String sizes = units(network.layers()).map(String::valueOf).collect(Collectors.joining(" → "));
        int parameters = Program.forPrediction(network, 1).layout().count();
        return "Network: %d → %s, %s, %s; %s%s, at most %s"
                .formatted(
                        network.inputs(),
                        sizes,
                        plan.network().from().map(file -> "from " + file).orElseGet(this::hidden),
                        Numbers.of(parameters, "parameter"),
                        plan.loss().reason().isPresent() ? trainer.loss().name() + ", " : "",
                        descent(),
                        Numbers.of(trainer.epochs(), "epoch"));
    }

    private static Stream<Integer> units(List<Layer> layers) {
        return layers.stream().flatMap(layer -> switch (layer) {
            case Dense dense -> Stream.of(dense.units());
            case Residual block -> units(block.layers());
            default -> Stream.empty();
        });
    }

    private String hidden() {
        HiddenLayers hidden = tables.hidden();
        StringBuilder text = new StringBuilder(hidden.activation().name());
        switch (hidden.normalization()) {
            case BATCH -> text.append(", batch norm");
            case LAYER -> text.append(", layer norm");
            case NONE -> {}
        }
        text.append(hidden.residual() ? ", residual" : "");
        text.append(hidden.dropout() > 0 ? ", dropout " + Numbers.plain(hidden.dropout()) : "");
        boolean limited = !hidden.constraint().equals(Constraint.NONE);
        text.append(limited ? ", max norm " + Numbers.plain(hidden.constraint().limit()) : "");
        return text.toString();
    }
}
