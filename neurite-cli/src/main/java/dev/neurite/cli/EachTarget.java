package dev.neurite.cli;

import dev.neurite.table.Predictions;
import dev.neurite.table.TablePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What a model of several targets is worth for each of them.
///
/// @param columns the targets
/// @param metrics the metrics of each by name
record EachTarget(List<String> columns, List<Map<String, Double>> metrics) implements Measurement.Detail {
    private static final int WIDEST_NAME = 30;

    static EachTarget of(Predictions predictions, TablePart part) {
        return new EachTarget(predictions.target().columns(), part.measureEach(predictions));
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("Each target"));
        List<String> names = List.copyOf(metrics.getFirst().keySet());
        TextTable table =
                new TextTable().right(IntStream.rangeClosed(1, names.size()).toArray());
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(names);
        table.row(header);
        for (int i = 0; i < columns.size(); i++) {
            List<String> row = new ArrayList<>(List.of(TextTable.shortened(columns.get(i), WIDEST_NAME)));
            metrics.get(i).values().forEach(value -> row.add(Numbers.text(value)));
            table.row(row);
        }
        lines.addAll(table.lines());
        return lines;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> each = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            each.put(columns.get(i), metrics.get(i));
        }
        return Map.of("targets", each);
    }
}
