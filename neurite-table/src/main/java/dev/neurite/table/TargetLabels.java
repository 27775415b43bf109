package dev.neurite.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The labels of a classification by text and, if all of them are numbers, by number, so that `1` is found as `1.0`.
final class TargetLabels {
    private final List<String> labels;
    private final Map<String, Integer> byText = new HashMap<>();
    private final Map<Double, Integer> byNumber = new HashMap<>();

    TargetLabels(List<String> labels) {
        this.labels = List.copyOf(labels);
        Cells numbers = Cells.numbers(TextColumn.of("labels", labels));
        boolean numeric = IntStream.range(0, labels.size()).allMatch(i -> numbers.state(i) == Cells.NUMBER);
        for (int i = 0; i < labels.size(); i++) {
            byText.put(labels.get(i), i);
            if (numeric) {
                byNumber.putIfAbsent(normalized(numbers.value(i)), i);
            }
        }
    }

    /// The index of a cell's label; NaN if it is missing, -1 if it is none.
    float index(Column column, Cells numbers, int code) {
        boolean notFinite = !byNumber.isEmpty() && numbers.stateOf(code) == Cells.NOT_FINITE;
        if (column.missingCode(code) || notFinite) {
            return Float.NaN;
        }
        Integer index = byText.get(column.textOf(code));
        if (index == null && numbers.stateOf(code) == Cells.NUMBER) {
            index = byNumber.get(normalized(numbers.valueOf(code)));
        }
        if (index == null) {
            String text = column.textOf(code);
            index = byText.get(Booleans.find(labels, text).orElse(text));
        }
        return index == null ? -1 : index;
    }

    /// The distinct labels of a column: numbers in ascending order, each as it is written first, else texts
    /// in order.
    ///
    /// @param numeric whether the cells are numbers
    /// @param rows the rows with a label
    static List<String> of(Column column, Cells numbers, boolean numeric, int[] rows) {
        TreeSet<String> texts = new TreeSet<>();
        TreeMap<Double, String> firsts = new TreeMap<>();
        boolean[] seen = new boolean[column.codes()];
        for (int row : rows) {
            int code = column.code(row);
            if (seen[code]) {
                continue;
            }
            seen[code] = true;
            if (numeric) {
                firsts.putIfAbsent(
                        normalized(numbers.valueOf(code)), column.textOf(code).strip());
            } else {
                texts.add(column.textOf(code));
            }
        }
        return numeric ? List.copyOf(firsts.values()) : List.copyOf(texts);
    }

    /// Makes one of both zeros.
    private static double normalized(double number) {
        return number + 0.0;
    }
}
