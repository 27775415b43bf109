package dev.neurite.report;

import dev.neurite.train.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How losses went down, step by step or epoch by epoch.
///
/// @param title       what stands above
/// @param stepTitle   what is counted from left to right, such as `epoch`
/// @param lossTitle   what the losses are, with their unit
/// @param logarithmic whether equal heights are equal ratios; the axis stays linear where a loss is not positive, or
///                    where the largest is less than ten times the smallest
/// @param losses      one curve for each kind of loss
public record LossChart(String title, String stepTitle, String lossTitle, boolean logarithmic, List<Curve> losses)
        implements Chart {
    /// Copies the list.
    public LossChart {
        losses = List.copyOf(losses);
    }

    /// The loss on the training rows and, where it was measured, on the validation rows, after each epoch.
    public static LossChart of(String title, String lossTitle, List<EpochRecord> history) {
        LossChart chart = new LossChart(title, "epoch", lossTitle, false, List.of())
                .with("training", numbers(history, EpochRecord::trainingLoss));
        double[] validation = numbers(history, EpochRecord::validationLoss);
        boolean measured = history.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationLoss()));
        return measured ? chart.with("validation", validation) : chart;
    }

    /// A chart without curves as yet.
    public static LossChart titled(String title, String stepTitle, String lossTitle) {
        return new LossChart(title, stepTitle, lossTitle, false, List.of());
    }

    /// With one more curve of losses, which are counted from 1.
    public LossChart with(String name, double[] values) {
        double[] steps = new double[values.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i + 1;
        }
        return with(Curve.line(name, steps, values));
    }

    /// With one more curve.
    public LossChart with(Curve curve) {
        List<Curve> all = new ArrayList<>(losses);
        all.add(curve);
        return new LossChart(title, stepTitle, lossTitle, logarithmic, all);
    }

    /// With a logarithmic axis of losses.
    public LossChart onLogarithmicAxis() {
        return new LossChart(title, stepTitle, lossTitle, true, losses);
    }

    /// Whether all losses are positive and the largest is at least ten times the smallest.
    boolean spansADecade() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Curve curve : losses) {
            for (int i = 0; i < curve.size(); i++) {
                if (Double.isFinite(curve.y(i))) {
                    least = Math.min(least, curve.y(i));
                    most = Math.max(most, curve.y(i));
                }
            }
        }
        return least > 0 && most >= 10 * least;
    }

    private static double[] numbers(List<EpochRecord> history, ToDoubleFunction<EpochRecord> loss) {
        return history.stream().mapToDouble(loss).toArray();
    }
}
