package dev.neurite.testkit;

import dev.neurite.optimize.Optimizer;
import java.util.Arrays;
import java.util.List;

/// The contract of an optimizer.
///
/// - *values*: it has a name, a positive learning rate and a number of moments;
/// - *descent*: on a bowl it comes down;
/// - *finite*: gradients of any size, 0 as well, keep parameters finite;
/// - *NaN*: a gradient of NaN makes the parameter NaN, so that divergence is seen;
/// - *slices*: an update writes nothing outside its range;
/// - *pieces*: updates in pieces, in any order and on several threads at once, give the same bits as one;
/// - *padding*: a parameter of 0 whose gradient is always 0 stays 0;
/// - *memory*: all that a rule remembers stands in the moment arrays, so that a training can be resumed;
/// - *denormal numbers*: moments that die out become 0, since arithmetic on denormal numbers is slow;
/// - *no garbage*: a step allocates nothing.
///
/// @param optimizer what is checked
public record OptimizerContract(Optimizer optimizer) implements Contract {
    private static final int LENGTH = OptimizerRun.LENGTH;
    private static final int STEPS = 12;
    private static final int[] CUTS = {0, 1, 16, 32, 49, LENGTH};

    @Override
    public String subject() {
        return "optimizer " + optimizer.name();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("values", this::values),
                new Check("descent", this::descent),
                new Check("finite", this::finite),
                new Check("NaN", this::nan),
                new Check("slices", this::slices),
                new Check("pieces", this::pieces),
                new Check("padding", this::padding),
                new Check("memory", this::memory),
                new Check("denormal numbers", this::denormalNumbers),
                new Check("no garbage", this::noGarbage));
    }

    private void values() {
        Expect.isTrue(!optimizer.name().isBlank(), "name must not be blank, got " + optimizer.name());
        double rate = optimizer.defaultLearningRate();
        Expect.isTrue(rate > 0 && rate < Double.POSITIVE_INFINITY, "defaultLearningRate must be positive, got " + rate);
        Expect.isTrue(optimizer.moments() >= 0, "moments must not be negative, got " + optimizer.moments());
    }

    private void step(Optimizer.Rule rule, long step, OptimizerRun state, int from, int to, boolean decay) {
        rule.begin(step, optimizer.defaultLearningRate());
        rule.update(state.parameters, state.gradients, state.moments, from, to, decay);
    }

    private void descent() {
        OptimizerRun state = OptimizerRun.start(optimizer.moments());
        double before = bowl(state);
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= 1000; step++) {
            bowl(state);
            step(rule, step, state, 0, LENGTH, false);
        }
        double after = bowl(state);
        Expect.isTrue(
                after < before,
                "1000 steps on the bowl Σ ½p² at the default learning rate must lead down from " + before + ", got "
                        + after);
    }

    /// `Σ ½p²`, and its gradient p.
    private static double bowl(OptimizerRun state) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            state.gradients[i] = state.parameters[i];
            sum += 0.5 * state.parameters[i] * state.parameters[i];
        }
        return sum;
    }

    private void finite() {
        for (float size : new float[] {0, 1e-30f, 1e-6f, 1, 1e6f}) {
            OptimizerRun state = OptimizerRun.start(optimizer.moments());
            Optimizer.Rule rule = optimizer.rule();
            for (int step = 1; step <= STEPS; step++) {
                state.draw(step);
                for (int i = 0; i < LENGTH; i++) {
                    state.gradients[i] *= size;
                }
                step(rule, step, state, 0, LENGTH, true);
            }
            for (float parameter : state.parameters) {
                Expect.finite("a parameter after " + STEPS + " steps with gradients of the size", size, parameter);
            }
        }
    }

    private void nan() {
        OptimizerRun state = OptimizerRun.start(optimizer.moments());
        state.gradients[5] = Float.NaN;
        step(optimizer.rule(), 1, state, 0, LENGTH, true);
        float got = state.parameters[5];
        Expect.isTrue(Float.isNaN(got), "a parameter whose gradient is NaN must become NaN, got " + got);
    }

    private void slices() {
        for (int length : Expect.AWKWARD) {
            OptimizerRun state = OptimizerRun.start(optimizer.moments());
            state.draw(1);
            OptimizerRun before = state.copy();
            step(optimizer.rule(), 1, state, 17, 17 + length, true);
            requireOutside("parameters", before.parameters, state.parameters, length);
            requireOutside("gradients", before.gradients, state.gradients, length);
            for (int m = 0; m < state.moments.length; m++) {
                requireOutside("moments", before.moments[m], state.moments[m], length);
            }
        }
    }

    private static void requireOutside(String what, float[] before, float[] after, int length) {
        for (int i = 0; i < before.length; i++) {
            boolean inside = i >= 17 && i < 17 + length;
            Expect.isTrue(
                    inside || Float.floatToIntBits(before[i]) == Float.floatToIntBits(after[i]),
                    "an update of " + length + " numbers from index 17 must leave the other " + what + " alone, got "
                            + after[i] + " instead of " + before[i] + " at index " + i);
        }
    }

    private void pieces() {
        OptimizerRun whole = trained(0, LENGTH);
        requireSame("in pieces from the last to the first", whole, trained(CUTS));
        Expect.repeatable("a parameter", variant -> () -> trained(0, 16 * variant + 1, LENGTH).parameters);
        OptimizerRun together = OptimizerRun.start(optimizer.moments());
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= STEPS; step++) {
            together.draw(step);
            rule.begin(step, optimizer.defaultLearningRate());
            Expect.together(
                    CUTS.length - 1,
                    piece -> rule.update(
                            together.parameters,
                            together.gradients,
                            together.moments,
                            CUTS[piece],
                            CUTS[piece + 1],
                            true));
        }
        requireSame("in pieces on several threads at once", whole, together);
    }

    private OptimizerRun trained(int... cuts) {
        OptimizerRun state = OptimizerRun.start(optimizer.moments());
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= STEPS; step++) {
            state.draw(step);
            rule.begin(step, optimizer.defaultLearningRate());
            for (int piece = cuts.length - 2; piece >= 0; piece--) {
                rule.update(state.parameters, state.gradients, state.moments, cuts[piece], cuts[piece + 1], true);
            }
        }
        return state;
    }

    private static void requireSame(String how, OptimizerRun expected, OptimizerRun got) {
        Expect.sameBits(how + ", a parameter", expected.parameters, got.parameters);
        for (int m = 0; m < expected.moments.length; m++) {
            Expect.sameBits(how + ", moment " + m, expected.moments[m], got.moments[m]);
        }
    }

    private void padding() {
        for (boolean decay : new boolean[] {false, true}) {
            OptimizerRun state = OptimizerRun.start(optimizer.moments());
            Arrays.fill(state.parameters, 0);
            Optimizer.Rule rule = optimizer.rule();
            for (int step = 1; step <= STEPS; step++) {
                Arrays.fill(state.gradients, 0);
                step(rule, step, state, 0, LENGTH, decay);
            }
            for (float parameter : state.parameters) {
                Expect.isTrue(parameter == 0, "a parameter of 0 with gradients of 0 must stay 0, got " + parameter);
            }
        }
    }

    private void memory() {
        OptimizerRun steady = OptimizerRun.start(optimizer.moments());
        OptimizerRun resumed = OptimizerRun.start(optimizer.moments());
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= STEPS; step++) {
            steady.draw(step);
            resumed.draw(step);
            step(rule, step, steady, 0, LENGTH, true);
            step(optimizer.rule(), step, resumed, 0, LENGTH, true);
        }
        requireSame("resumed before every step", steady, resumed);
    }

    private void denormalNumbers() {
        OptimizerRun state = OptimizerRun.start(optimizer.moments());
        Optimizer.Rule rule = optimizer.rule();
        for (int step = 1; step <= 3000; step++) {
            Arrays.fill(state.gradients, step < 3 ? 1e-9f : 0);
            step(rule, step, state, 0, 17, false);
            for (float[] moment : state.moments) {
                float size = Math.abs(moment[0]);
                Expect.isTrue(
                        size == 0 || size >= Float.MIN_NORMAL,
                        "a moment must become 0 before it is denormal, got " + size + " at step " + step);
            }
        }
    }

    private void noGarbage() {
        OptimizerRun state = OptimizerRun.start(optimizer.moments());
        state.draw(1);
        Optimizer.Rule rule = optimizer.rule();
        long[] step = {0};
        Garbage.none("a step", () -> {
            step[0]++;
            step(rule, step[0], state, 0, LENGTH, true);
        });
    }
}
