package dev.neurite.table;

import dev.neurite.data.Folds;
import dev.neurite.data.Split;
import dev.neurite.loss.Loss;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The column of a table that is to be learned: which task it makes, which rows have it, and with which
/// labels. Immutable.
///
/// The labels are those of the whole table, since they say what the task is. What is measured, the mean and deviation
/// of a number, is fitted on the rows to learn from.
public final class TargetColumn {
    private static final int MOST_INTEGERS = 20;

    private final Table table;
    private final Column column;
    private final Cells numbers;
    private final boolean numeric; // whether its cells are numbers and not texts
    private final int[] rows;
    private final Task task;
    private final String reason;
    private final List<String> labels; // empty for a regression

    private TargetColumn(Table table, String name, Optional<Task> wanted) {
        this.table = table;
        this.column = table.column(name);
        this.numbers = Cells.numbers(column);
        int[] all = IntStream.range(0, table.rows()).toArray();
        boolean declaredText = column instanceof TextColumn text && text.typed() && wanted.isEmpty();
        this.numeric = !declaredText && numbers.count(all, Cells.TEXT) == 0;
        this.rows = Arrays.stream(all)
                .filter(row -> numeric ? numbers.state(row) == Cells.NUMBER : !column.missing(row))
                .toArray();
        requireVariety();
        if (!numeric && !declaredText) {
            TargetTexts.require(table, column, numbers, rows, wanted);
        }
        int integers = numeric ? distinctIntegers() : 0;
        this.task = wanted.orElse(numeric && integers > MOST_INTEGERS ? Task.REGRESSION : Task.CLASSIFICATION);
        if (task == Task.REGRESSION) {
            Cells.require(table, new Feature(name, ColumnKind.NUMBER), all);
        }
        this.labels = task == Task.REGRESSION ? List.of() : TargetLabels.of(column, numbers, numeric, rows);
        this.reason = reason(integers);
    }

    /// Reads a target and infers the task: text, booleans and at most 20 distinct integers make a classification,
    /// other numbers a regression. A number of a typed source is a number, a text of one is a text.
    ///
    /// @throws DataFormatException if the column is not there, fewer than two rows have a target or all have
    ///     the same
    public static TargetColumn of(Table table, String column) {
        return new TargetColumn(table, column, Optional.empty());
    }

    /// Reads a target for a given task.
    ///
    /// @throws DataFormatException as [#of(Table, String)], and if a number is to be learned and a cell holds none
    public static TargetColumn of(Table table, String column, Task task) {
        return new TargetColumn(table, column, Optional.of(task));
    }

    private void requireVariety() {
        String name = Quoted.text(column.name());
        if (rows.length < 2) {
            throw new DataFormatException("%s has %s with a target in column %s; at least two are needed to learn from."
                    .formatted(table.name(), Quoted.count(rows.length, "row"), name));
        }
        if (Arrays.stream(rows).allMatch(row -> sameTarget(row, rows[0]))) {
            throw new DataFormatException("%s: every row holds %s in the target column %s; there is nothing to learn."
                    .formatted(table.name(), Quoted.text(column.text(rows[0])), name));
        }
    }

    private boolean sameTarget(int row, int other) {
        return numeric
                ? numbers.value(row) == numbers.value(other)
                : column.text(row).equals(column.text(other));
    }

    /// How many distinct integers there are; more than [#MOST_INTEGERS] if some number is no integer or if there
    /// are so many.
    private int distinctIntegers() {
        Set<Double> distinct = new HashSet<>();
        for (int row : rows) {
            double value = numbers.value(row) + 0.0; // + 0.0 makes one of both zeros
            if (value != StrictMath.rint(value) || (distinct.add(value) && distinct.size() > MOST_INTEGERS)) {
                return Integer.MAX_VALUE;
            }
        }
        return distinct.size();
    }

    private String reason(int integers) {
        String name = "column " + Quoted.text(column.name()) + " holds ";
        if (!numeric) {
            return name + (task == Task.REGRESSION ? "texts" : Quoted.count(labels.size(), "distinct text"));
        }
        return integers <= MOST_INTEGERS
                ? name + Quoted.count(integers, "distinct integer") + " (at most " + MOST_INTEGERS + ")"
                : name + "fractions or more than " + MOST_INTEGERS + " distinct integers";
    }

    /// The column's name.
    public String name() {
        return column.name();
    }

    /// What is learned.
    public Task task() {
        return task;
    }

    /// What speaks for the task that is inferred, as the end of a sentence:
    /// `column "species" holds 3 distinct texts`.
    public String reason() {
        return reason;
    }

    /// The labels in the order of the outputs: numbers in ascending order, each as it is written first, else texts
    /// in their order; empty for a regression.
    public List<String> labels() {
        return labels;
    }

    /// Whether the cells are numbers and not texts.
    boolean numeric() {
        return numeric;
    }

    /// The rows that have a target, in ascending order.
    public int[] rows() {
        return rows.clone();
    }

    /// What the owner of the data should know about the target.
    public List<Note> notes() {
        return new TargetNotes(table, column, numbers, rows).of(task, labels);
    }

    /// Draws some rows apart; those of a classification so that both parts have the labels in the same shares.
    ///
    /// @param among rows with a target, such as [#rows()]
    /// @param fraction the share to hold out, in [0, 1)
    public RowSplit split(int[] among, double fraction, Seed seed) {
        return drawn(among, classes(among), fraction, seed);
    }

    /// Draws some rows apart so that both parts have the classes in the same shares.
    ///
    /// @param classes the class of each of the rows
    static RowSplit drawn(int[] among, int[] classes, double fraction, Seed seed) {
        Split split = Split.stratified(classes, fraction, seed);
        return new RowSplit(pick(among, split.train()), pick(among, split.heldOut()));
    }

    /// Splits for cross-validation of all rows that have a target, in each class alike; each row is held out once.
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    public List<RowSplit> folds(int count, Seed seed) {
        int[] rows = rows();
        return Folds.stratified(classes(rows), count, seed).stream()
                .map(split -> new RowSplit(pick(rows, split.train()), pick(rows, split.heldOut())))
                .toList();
    }

    private int[] classes(int[] among) {
        if (task == Task.REGRESSION) {
            return new int[among.length];
        }
        TargetValues values = new Target.Classification(name(), labels).read(table);
        return Arrays.stream(among).map(row -> (int) values.value(row)).toArray();
    }

    static int[] pick(int[] rows, int[] indices) {
        return Arrays.stream(indices).map(index -> rows[index]).sorted().toArray();
    }

    /// The target as a model holds it, fitted on the rows to learn from.
    ///
    /// @throws DataFormatException if these rows all have the same target
    public Target.Single fit(int[] trainingRows) {
        return fit(trainingRows, task == Task.CLASSIFICATION ? Loss.softmaxCrossEntropy() : Loss.meanSquaredError());
    }

    /// The target for a loss, which says what the outputs mean: one of two labels may take one output, a number
    /// several, and counts are learned as they are.
    Target.Single fit(int[] trainingRows, Loss loss) {
        if (Arrays.stream(trainingRows).allMatch(row -> sameTarget(row, trainingRows[0]))) {
            throw new DataFormatException(
                    "%s: the %s to learn from do not differ in the target column %s; there is nothing to learn."
                            .formatted(
                                    table.name(),
                                    Quoted.count(trainingRows.length, "row"),
                                    Quoted.text(column.name())));
        }
        if (task == Task.REGRESSION) {
            return regression(trainingRows, loss);
        }
        return TargetLoss.isYesNo(loss) ? new Target.YesNo(name(), labels) : new Target.Classification(name(), labels);
    }

    private Target.Regression regression(int[] trainingRows, Loss loss) {
        if (!TargetLoss.isStandardized(loss)) {
            return new Target.Regression(name(), 0, 1, TargetLoss.estimate(loss));
        }
        int[] ascending = Arrays.stream(trainingRows).sorted().toArray();
        float[] values = new float[ascending.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.value(ascending[i]);
        }
        Moments moments = Moments.of(values);
        float std = (float) moments.std();
        return new Target.Regression(name(), (float) moments.mean(), std > 0 ? std : 1, TargetLoss.estimate(loss));
    }
}
