package dev.neurite.train;

import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Evaluates a loss, and finds out a user's that makes NaN of numbers: without this, training would only say that
/// it diverged.
final class LossCheck {
    private static final int SHOWN = 8;

    private LossCheck() {}

    /// What [Loss#evaluate] gives.
    ///
    /// @throws IllegalArgumentException if a user's loss, or its gradient, is NaN for finite outputs
    static double evaluate(Loss loss, int rows, Rows outputs, Rows targets, float @Nullable [] weights, Rows delta) {
        double mean = loss.evaluate(rows, outputs, targets, weights, delta);
        if (loss instanceof Loss.Custom && (Double.isNaN(mean) || anyNaN(rows, delta)) && allFinite(rows, outputs)) {
            throw refusal(loss, rows, outputs, targets, delta);
        }
        return mean;
    }

    /// Names the first row that gives NaN by itself.
    private static IllegalArgumentException refusal(Loss loss, int rows, Rows outputs, Rows targets, Rows delta) {
        for (int row = 0; row < rows; row++) {
            Rows slope = row(delta, row);
            double value = loss.evaluate(1, row(outputs, row), row(targets, row), null, slope);
            if (Double.isNaN(value) || anyNaN(1, slope)) {
                String what = Double.isNaN(value) ? "the loss" : "the gradient";
                return refusal(
                        loss, what + " of outputs " + numbers(outputs, row) + " and targets " + numbers(targets, row));
            }
        }
        return refusal(loss, "the loss or the gradient of a batch of " + rows + " rows");
    }

    private static IllegalArgumentException refusal(Loss loss, String what) {
        return new IllegalArgumentException("loss " + loss.name() + " must give numbers, but " + what + " is NaN");
    }

    private static Rows row(Rows rows, int row) {
        return Rows.of(rows.data(), rows.row(row), rows.columns());
    }

    /// The first numbers of a row.
    private static String numbers(Rows rows, int row) {
        int shown = Math.min(rows.columns(), SHOWN);
        String text = Arrays.toString(Arrays.copyOfRange(rows.data(), rows.row(row), rows.row(row) + shown));
        return shown < rows.columns() ? text.replace("]", ", …]") : text;
    }

    private static boolean anyNaN(int rows, Rows values) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < values.columns(); j++) {
                if (Float.isNaN(values.at(row, j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean allFinite(int rows, Rows values) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < values.columns(); j++) {
                if (!Float.isFinite(values.at(row, j))) {
                    return false;
                }
            }
        }
        return true;
    }
}
