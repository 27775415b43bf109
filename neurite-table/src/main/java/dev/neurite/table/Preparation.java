package dev.neurite.table;

import dev.neurite.data.ClassWeights;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts a table and fits what a [TableTrainer] needs, see [PreparedTable].
final class Preparation {
    private final TableTrainer trainer;
    private final Table table;
    private final TargetColumns columns;
    private final Loss loss;
    private final RowWeights weights;
    private final List<Note> notes;

    /// @throws DataFormatException if the table has no such targets or weights
    Preparation(TableTrainer trainer, Table table) {
        Roles roles = trainer.roles();
        this.trainer = trainer;
        this.table = table;
        trainer.start().ifPresent(model -> requireFits(model, roles));
        this.columns = TargetColumns.of(table, roles.targets(), trainer.task());
        this.loss = trainer.loss()
                .or(() -> trainer.start().map(TargetLoss::usual))
                .orElseGet(
                        () -> TargetLoss.usual(columns.task(), roles.targets().size() > 1));
        trainer.start().ifPresent(model -> TargetLoss.requireFits(loss, model));
        this.weights = new RowWeights(roles.weight(), trainer.labelWeights());
        this.notes = new ArrayList<>(columns.notes());
        weights.require(table, columns.rows());
    }

    private static void requireFits(TableModel model, Roles roles) {
        List<String> learned = model.target().columns();
        if (!learned.equals(roles.targets())) {
            throw new DataFormatException("The model to go on with predicts %s and cannot learn %s."
                    .formatted(
                            Quoted.texts(learned, learned.size()),
                            Quoted.texts(roles.targets(), roles.targets().size())));
        }
        for (String column : roles.unread()) {
            if (model.preprocessing().encoders().stream()
                    .anyMatch(encoder -> encoder.column().equals(column))) {
                throw new DataFormatException(
                        "Column %s is read by the model to go on with, so it cannot be excluded or hold weights."
                                .formatted(Quoted.text(column)));
            }
        }
    }

    /// The targets in the table.
    TargetColumns columns() {
        return columns;
    }

    /// Parts the rows by seed.
    PreparedTable prepare(Seed seed) {
        return prepare(columns.split(columns.rows(), trainer.test().fractionDrawn(), seed.split("test")), seed);
    }

    /// @param first the rows for the test and the others
    PreparedTable prepare(RowSplit first, Seed seed) {
        double share = trainer.validation().fractionDrawn();
        RowSplit second = columns.split(first.train(), share, seed.split("validation"));
        int[] rows = second.train();
        Target target = trainer.start().map(TableModel::target).orElseGet(() -> columns.fit(rows, loss));
        columns.requireDomain(target, loss);
        Preprocessing preprocessing =
                trainer.start().map(TableModel::preprocessing).orElseGet(() -> preprocessing(rows));
        TargetValues truth = target.read(table);
        TablePart training = new TablePart(table, truth, rows);
        TablePart forStopping = heldOut("validation", trainer.validation(), truth, second);
        TablePart forTest = heldOut("test", trainer.test(), truth, first);
        TableDataset data = training.dataset(preprocessing);
        notes.addAll(data.notes());
        Dataset examples = weights.byColumn(data, training, "to learn from");
        Optional<ClassWeights> classes = weights.ofClasses(target, examples);
        Optional<Dataset> stopping = stopping(forStopping, preprocessing);
        add(preprocessing.encode(forTest.table(), forTest.rows()).notes(), "test");
        return new PreparedTable(
                columns,
                target,
                weights.inLoss(loss, target, examples),
                preprocessing,
                training,
                weighed(classes, examples, "to learn from"),
                forStopping,
                stopping.map(rowsForStopping -> weighed(classes, rowsForStopping, "for stopping")),
                forTest,
                notes);
    }

    private Preprocessing preprocessing(int[] rows) {
        Roles roles = trainer.roles();
        Schema schema = Schema.infer(table, roles.targets(), roles.unread(), rows, notes::add);
        return Preprocessing.fit(table, schema, rows, notes::add);
    }

    private Optional<Dataset> stopping(TablePart part, Preprocessing preprocessing) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        TableDataset data = part.dataset(preprocessing);
        add(data.notes(), "validation");
        return Optional.of(weights.byColumn(data, part, "for stopping"));
    }

    private static Dataset weighed(Optional<ClassWeights> classes, Dataset data, String purpose) {
        try {
            return classes.map(weights -> weights.applyTo(data)).orElse(data);
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(
                    "Class weights must leave some row %s a weight, but %s.".formatted(purpose, e.getMessage()), e);
        }
    }

    private TablePart heldOut(String purpose, HeldOut from, TargetValues truth, RowSplit split) {
        if (from instanceof HeldOut.Other other) {
            TablePart part = TablePart.whole(other.table(), truth.target(), notes::add);
            if (part.isEmpty()) {
                List<String> names = truth.target().columns();
                throw new DataFormatException("%s has no row with a target in column %s."
                        .formatted(other.table().name(), Quoted.texts(names, names.size())));
            }
            return part;
        }
        TablePart part = new TablePart(table, truth, split.heldOut());
        if (part.isEmpty() && !from.isNone()) {
            notes.add(new Note(
                    "",
                    0,
                    "The %s share of %s is no row of so few, so there are no %s rows."
                            .formatted(purpose, from.fractionDrawn(), purpose)));
        }
        return part;
    }

    private void add(List<Note> held, String name) {
        for (Note note : held) {
            notes.add(new Note(note.column(), note.count(), "In the " + name + " rows, " + note.sentence()));
        }
    }
}
