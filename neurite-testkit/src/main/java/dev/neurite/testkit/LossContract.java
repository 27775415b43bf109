package dev.neurite.testkit;

import dev.neurite.loss.Loss;
import dev.neurite.loss.Outputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The contract of a loss, with 1 to 1000 outputs, as many as it accepts of those.
///
/// - *targets*: it accepts targets, and refuses NaN with a sentence;
/// - *finite*: loss and gradient are finite, and for huge outputs not NaN;
/// - *gradient*: it is the slope of the loss by finite differences, with weights and without;
/// - *weights*: the loss is the weighted mean of the losses of the rows;
/// - *slices*: it writes the gradient's rows, their padding with 0, and nothing else;
/// - *repeatable*: the same bits again, and on several threads at once;
/// - *no garbage*: an evaluation allocates nothing.
///
/// @param loss    what is checked
/// @param targets targets of single rows to check it with; empty for drawn ones
public record LossContract(Loss loss, List<double[]> targets) implements Contract {
    private static final int ROWS = 7;
    private static final int[] OUTPUTS = {1, 2, 3, 4, 6, 15, 16, 17, 1000};
    private static final double[] STEPS = {0x1p-5, 0x1p-8, 0x1p-11, 0x1p-14};
    private static final double[] SMALL_STEPS = {0x1p-11, 0x1p-13, 0x1p-15};
    private static final int CHECKED = 60;

    /// Copies the list.
    public LossContract {
        targets = List.copyOf(targets);
    }

    /// This contract with these targets, each of one row, for a loss that accepts unusual ones alone.
    public LossContract withTargets(double[]... newTargets) {
        return new LossContract(loss, List.of(newTargets));
    }

    @Override
    public String subject() {
        return "loss " + loss.name();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("targets", this::acceptsTargets),
                new Check("finite", this::finite),
                new Check("gradient", this::gradient),
                new Check("weights", this::weights),
                new Check("slices", this::slices),
                new Check("repeatable", this::repeatable),
                new Check("no garbage", this::noGarbage));
    }

    private void acceptsTargets() {
        for (LossCase batch : batches(1)) {
            int outputs = batch.logits.columns();
            float[] target = new float[loss.targets(outputs)];
            target[0] = Float.NaN;
            String problem = loss.problem(target, 0, outputs);
            Expect.isTrue(
                    problem != null && !problem.isBlank(),
                    "problem must refuse a target of NaN with a sentence, got " + problem);
        }
    }

    private void finite() {
        for (double size : new double[] {0, 1, 5}) {
            for (LossCase batch : batches(size)) {
                Expect.finite("the loss for outputs of the size", size, batch.evaluate(batch.weights()));
                for (float delta : batch.gradient()) {
                    Expect.finite("the gradient for outputs of the size", size, delta);
                }
            }
        }
        for (LossCase batch : batches(1e4)) {
            double value = batch.evaluate(null);
            Expect.isTrue(!Double.isNaN(value), "the loss for outputs of the size 10000 must not be NaN");
            for (float delta : batch.gradient()) {
                Expect.isTrue(!Float.isNaN(delta), "the gradient for outputs of the size 10000 must not be NaN");
            }
        }
    }

    private void gradient() {
        for (LossCase batch : batches(1)) {
            gradient(batch, null);
            gradient(batch, batch.weights());
        }
    }

    private void gradient(LossCase batch, float @Nullable [] weights) {
        batch.evaluate(weights);
        float[] gradient = batch.gradient();
        double largest = 0;
        for (float slope : gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        int stride = Math.max(1, gradient.length / CHECKED);
        for (int i = 0; i < gradient.length; i += stride) {
            slope(batch, weights, i, gradient[i], 1e-3 * largest + 1e-9);
        }
    }

    private void slope(LossCase batch, float @Nullable [] weights, int i, float got, double tolerance) {
        int columns = batch.logits.columns();
        int at = batch.logits.row(i / columns) + i % columns;
        float[] data = batch.logits.data();
        float z = data[at];
        double[] steps = loss.outputs() == Outputs.PROBABILITIES ? SMALL_STEPS : STEPS;
        boolean agrees = Slopes.agree(h -> moved(batch, weights, at, z, h), got, tolerance, steps);
        double expected = agrees ? got : Slopes.of(h -> moved(batch, weights, at, z, h), steps[1]);
        data[at] = z;
        if (!agrees) {
            Expect.close(
                    "the gradient by output " + i % columns + " of " + columns + (weights == null ? "" : ", weighted,"),
                    z,
                    expected,
                    got,
                    tolerance);
        }
    }

    private static double moved(LossCase batch, float @Nullable [] weights, int at, float z, double h) {
        batch.logits.data()[at] = (float) (z + h);
        return batch.evaluate(weights);
    }

    private void weights() {
        for (LossCase batch : batches(1)) {
            float[] weights = batch.weights();
            double got = batch.evaluate(weights);
            double sum = 0;
            double weightSum = 0;
            for (int row = 0; row < batch.rows; row++) {
                sum += weights[row] * batch.ofRow(row);
                weightSum += weights[row];
            }
            double expected = sum / weightSum;
            Expect.isTrue(
                    Math.abs(got - expected) <= 1e-5 * Math.max(1, Math.abs(expected)),
                    "a weighted loss must be the weighted mean of those of its rows, " + expected + ", got " + got);
        }
    }

    private void slices() {
        for (LossCase batch : batches(1)) {
            float[] logits = batch.logits.data().clone();
            float[] targets = batch.targets.data().clone();
            batch.evaluate(null);
            Expect.sameBits("the outputs that a loss reads", logits, batch.logits.data());
            Expect.sameBits("the targets that a loss reads", targets, batch.targets.data());
            float[] delta = batch.delta.data();
            for (int i = 0; i < delta.length; i++) {
                if (!batch.isInRows(batch.delta, i)) {
                    Expect.isTrue(delta[i] == Expect.GUARD, "a loss must write its rows alone, got " + delta[i]);
                } else if ((i - batch.delta.offset()) % batch.delta.stride() >= batch.delta.columns()) {
                    Expect.isTrue(delta[i] == 0, "the padding of the gradient must be 0, got " + delta[i]);
                }
            }
        }
    }

    private void repeatable() {
        for (LossCase batch : batches(1)) {
            int outputs = batch.logits.columns();
            if (outputs <= 17) {
                Expect.repeatable("the loss and its gradient", variant -> {
                    LossCase own = batch(outputs, 1 + variant);
                    return () -> evaluated(own);
                });
            }
        }
    }

    private static float[] evaluated(LossCase batch) {
        float value = (float) batch.evaluate(batch.weights());
        float[] gradient = batch.gradient();
        float[] numbers = Arrays.copyOf(gradient, gradient.length + 1);
        numbers[gradient.length] = value;
        return numbers;
    }

    private void noGarbage() {
        for (LossCase batch : batches(1)) {
            float[] weights = batch.weights();
            Garbage.none("an evaluation", () -> batch.evaluate(weights));
        }
    }

    private LossCase batch(int outputs, double size) {
        return new LossCase(loss, targets, ROWS, outputs, size);
    }

    /// A batch for each number of outputs that the loss accepts.
    private List<LossCase> batches(double size) {
        List<LossCase> batches = new ArrayList<>();
        for (int outputs : OUTPUTS) {
            if (accepts(outputs)) {
                batches.add(batch(outputs, size));
            }
        }
        Expect.isTrue(!batches.isEmpty(), "a loss must accept some number of outputs, got none of 1 to 1000");
        return batches;
    }

    private boolean accepts(int outputs) {
        try {
            int length = loss.targets(outputs);
            return targets.isEmpty() || targets.getFirst().length == length;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
