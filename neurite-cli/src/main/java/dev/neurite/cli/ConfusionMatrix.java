package dev.neurite.cli;

import dev.neurite.table.Predictions;
import dev.neurite.table.TablePart;
import dev.neurite.table.TargetValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How often each label was predicted where each is true.
final class ConfusionMatrix implements Measurement.Detail {
    private static final int MOST_LABELS = 16;
    private static final int MOST_CONFUSIONS = 10;
    private static final int WIDEST_LABEL = 12;

    private final List<String> labels;
    private final int[][] counts; // by true label and predicted label

    /// Two labels that are taken for each other.
    private record Confusion(int truth, int predicted, int count) {}

    private ConfusionMatrix(List<String> labels, int[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    static ConfusionMatrix of(List<String> labels, Predictions predictions, TablePart part) {
        TargetValues truth = part.truth();
        int[] rows = part.rows();
        int[][] counts = new int[labels.size()][labels.size()];
        for (int i = 0; i < rows.length; i++) {
            counts[(int) truth.value(rows[i])][(int) predictions.value(i)]++;
        }
        return new ConfusionMatrix(labels, counts);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (labels.size() <= MOST_LABELS) {
            lines.add("Confusion matrix (a row for each true label, a column for each predicted one)");
            lines.addAll(matrix());
        } else {
            lines.add("Most frequent confusions");
            lines.addAll(confusions());
        }
        return lines;
    }

    private List<String> matrix() {
        int last = labels.size() + 1;
        TextTable table = new TextTable().right(IntStream.rangeClosed(1, last).toArray());
        List<String> header = new ArrayList<>(List.of(""));
        labels.forEach(label -> header.add(TextTable.shortened(label, WIDEST_LABEL)));
        header.add("recall");
        table.row(header);
        for (int truth = 0; truth < labels.size(); truth++) {
            List<String> row = new ArrayList<>(List.of(TextTable.shortened(labels.get(truth), 2 * WIDEST_LABEL)));
            IntStream.of(counts[truth]).forEach(count -> row.add(String.valueOf(count)));
            row.add(share(counts[truth][truth], IntStream.of(counts[truth]).sum()));
            table.row(row);
        }
        table.row(precisions());
        return table.lines();
    }

    private List<String> precisions() {
        List<String> row = new ArrayList<>(List.of("precision"));
        for (int predicted = 0; predicted < labels.size(); predicted++) {
            int column = predicted;
            int all = IntStream.range(0, labels.size())
                    .map(truth -> counts[truth][column])
                    .sum();
            row.add(share(counts[predicted][predicted], all));
        }
        row.add("");
        return row;
    }

    private static String share(int part, int all) {
        return all == 0 ? "-" : Numbers.fixed((double) part / all, 3);
    }

    private List<String> confusions() {
        List<Confusion> confusions = new ArrayList<>();
        for (int truth = 0; truth < labels.size(); truth++) {
            for (int predicted = 0; predicted < labels.size(); predicted++) {
                if (truth != predicted && counts[truth][predicted] > 0) {
                    confusions.add(new Confusion(truth, predicted, counts[truth][predicted]));
                }
            }
        }
        TextTable table = new TextTable().right(2).row("true", "predicted", "rows");
        confusions.stream()
                .sorted(Comparator.comparingInt(Confusion::count).reversed())
                .limit(MOST_CONFUSIONS)
                .forEach(each -> table.row(
                        labels.get(each.truth()), labels.get(each.predicted()), String.valueOf(each.count())));
        return table.lines();
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("labels", labels);
        values.put("confusionMatrix", counts);
        return values;
    }
}
