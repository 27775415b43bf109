package dev.neurite.table;

import dev.neurite.data.Folds;
import dev.neurite.loss.Loss;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The columns of a table that are to be learned at once, one or several: several numbers, or several columns of two
/// labels each. Immutable.
public final class TargetColumns {
    private final Table table;
    private final List<TargetColumn> columns;
    private final int[] rows;

    private TargetColumns(Table table, List<TargetColumn> columns) {
        this.table = table;
        this.columns = columns;
        int[] complete = columns.getFirst().rows();
        for (TargetColumn column : columns.subList(1, columns.size())) {
            Set<Integer> has = Arrays.stream(column.rows()).boxed().collect(Collectors.toCollection(HashSet::new));
            complete = IntStream.of(complete).filter(has::contains).toArray();
        }
        this.rows = complete;
        if (rows.length < 2) {
            throw new DataFormatException("%s has %s with all targets; at least two are needed to learn from."
                    .formatted(table.name(), Quoted.count(rows.length, "row")));
        }
    }

    /// Reads one target or several.
    ///
    /// @param names the columns, none twice
    /// @param task what is learned; empty to infer it: of one column as [TargetColumn#of(Table, String)] does, of
    ///     several yes or no where each holds two values, and numbers where each holds more of these
    /// @throws DataFormatException as [TargetColumn#of(Table, String, Task)], or if several columns are neither all
    ///     numbers nor all of two values
    public static TargetColumns of(Table table, List<String> names, Optional<Task> task) {
        List<TargetColumn> columns =
                names.stream().map(name -> read(table, name, task)).toList();
        if (columns.size() == 1) {
            return new TargetColumns(table, columns);
        }
        if (task.isEmpty() && columns.stream().allMatch(column -> column.numeric() && !isTwoValued(column))) {
            columns = names.stream()
                    .map(name -> TargetColumn.of(table, name, Task.REGRESSION))
                    .toList();
        }
        requireAlike(table, columns);
        return new TargetColumns(table, columns);
    }

    private static TargetColumn read(Table table, String name, Optional<Task> task) {
        return task.map(wanted -> TargetColumn.of(table, name, wanted)).orElseGet(() -> TargetColumn.of(table, name));
    }

    private static boolean isTwoValued(TargetColumn column) {
        return column.labels().size() == 2;
    }

    private static void requireAlike(Table table, List<TargetColumn> columns) {
        boolean numbers = columns.stream().allMatch(column -> column.task() == Task.REGRESSION);
        if (!numbers && !columns.stream().allMatch(TargetColumns::isTwoValued)) {
            throw new DataFormatException(("%s: several targets must all be numbers or all hold two values, but %s;"
                            + " learn them one by one, or all as numbers by the task regression.")
                    .formatted(
                            table.name(),
                            columns.stream().map(TargetColumns::kind).collect(Collectors.joining(", "))));
        }
    }

    private static String kind(TargetColumn column) {
        String what = column.task() == Task.REGRESSION
                ? "numbers"
                : column.numeric()
                        ? Quoted.count(column.labels().size(), "distinct number")
                        : Quoted.count(column.labels().size(), "distinct text");
        return "column " + Quoted.text(column.name()) + " holds " + what;
    }

    /// The columns.
    public List<TargetColumn> columns() {
        return columns;
    }

    /// Their names.
    public List<String> names() {
        return columns.stream().map(TargetColumn::name).toList();
    }

    /// What is learned.
    public Task task() {
        return columns.getFirst().task();
    }

    /// The rows that have all targets, in ascending order.
    public int[] rows() {
        return rows.clone();
    }

    /// What the owner of the data should know about them.
    public List<Note> notes() {
        return columns.stream().flatMap(column -> column.notes().stream()).toList();
    }

    /// Draws some rows apart, those of a single classification with the labels in the same shares.
    ///
    /// @param among rows with all targets, such as [#rows()]
    /// @param fraction the share to hold out, in [0, 1)
    public RowSplit split(int[] among, double fraction, Seed seed) {
        if (columns.size() == 1) {
            return columns.getFirst().split(among, fraction, seed);
        }
        return TargetColumn.drawn(among, new int[among.length], fraction, seed);
    }

    /// Splits for cross-validation of all rows that have all targets; each row is held out once.
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    public List<RowSplit> folds(int count, Seed seed) {
        if (columns.size() == 1) {
            return columns.getFirst().folds(count, seed);
        }
        return Folds.random(rows.length, count, seed).stream()
                .map(split ->
                        new RowSplit(TargetColumn.pick(rows, split.train()), TargetColumn.pick(rows, split.heldOut())))
                .toList();
    }

    /// The target as a model holds it, fitted on the rows to learn from.
    ///
    /// @param loss what is made small, which says what the outputs mean
    /// @throws DataFormatException if these rows all have the same target, or one that the loss cannot take
    Target fit(int[] trainingRows, Loss loss) {
        List<Target.Single> singles =
                columns.stream().map(column -> column.fit(trainingRows, loss)).toList();
        return singles.size() == 1 ? singles.getFirst() : new Target.Several(singles);
    }

    /// Refuses true values outside the domain of a loss, such as negative counts.
    void requireDomain(Target target, Loss loss) {
        TargetValues truth = target.read(table);
        float[] value = new float[columns.size()];
        for (int row : rows) {
            for (int single = 0; single < value.length; single++) {
                value[single] = target.singles().get(single).learned(truth.value(row, single));
            }
            String problem = loss.problem(value, 0, target.outputs());
            if (problem != null) {
                throw new DataFormatException("%s, %s, column %s: %s, as %s needs it."
                        .formatted(
                                table.name(),
                                table.place(row),
                                names().stream().map(Quoted::text).collect(Collectors.joining(" or ")),
                                problem,
                                loss.name()));
            }
        }
    }
}
