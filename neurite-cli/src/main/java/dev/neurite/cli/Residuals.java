package dev.neurite.cli;

import dev.neurite.table.Predictions;
import dev.neurite.table.TablePart;
import dev.neurite.table.TargetValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far predictions are from the true values: prediction minus truth, in the target's unit. Quartiles are
/// interpolated linearly between neighbours (Hyndman and Fan 1996, type 7). NaN where there are no rows.
///
/// @param bias the mean
/// @param quartiles the smallest, the three quartiles, the largest
record Residuals(double bias, List<Double> quartiles) implements Measurement.Detail {
    private static final List<String> NAMES = List.of("min", "lowerQuartile", "median", "upperQuartile", "max");

    static Residuals of(Predictions predictions, TablePart part) {
        TargetValues truth = part.truth();
        int[] rows = part.rows();
        double[] residuals = new double[rows.length];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            residuals[i] = (double) predictions.value(i) - truth.value(rows[i]);
            sum += residuals[i];
        }
        Arrays.sort(residuals);
        List<Double> quartiles = Arrays.stream(new double[] {0, 0.25, 0.5, 0.75, 1})
                .mapToObj(share -> quantile(residuals, share))
                .toList();
        return new Residuals(sum / rows.length, quartiles);
    }

    private static double quantile(double[] ascending, double share) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double position = share * (ascending.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }

    @Override
    public List<String> lines() {
        return List.of(
                "Residuals (prediction minus true value)",
                "  min %s, quartiles %s, %s, %s, max %s, mean %s"
                        .formatted(text(0), text(1), text(2), text(3), text(4), Numbers.text(bias)));
    }

    private String text(int index) {
        return Numbers.text(quartiles.get(index));
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            named.put(NAMES.get(i), quartiles.get(i));
        }
        named.put("mean", bias);
        return Map.of("residuals", named);
    }
}
