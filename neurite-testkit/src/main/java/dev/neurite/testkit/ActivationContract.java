package dev.neurite.testkit;

import dev.neurite.activation.Activation;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;

/// The contract of an activation.
///
/// - *finite*: values and derivatives are finite numbers on the whole range of inputs, in double and on slices;
/// - *NaN*: NaN stays NaN on slices, so that divergence is seen;
/// - *derivative*: it is the slope of the value by finite differences, at a kink between the slopes of both sides;
/// - *slices*: the slice methods equal value and derivative at awkward lengths and offsets, and write nothing else;
/// - *in place*: applied to its own input it gives the same bits;
/// - *elements*: a slice gives the same bits as its elements one by one;
/// - *repeatable*: the same bits again, and on several threads at once;
/// - *no garbage*: slices allocate nothing;
/// - *network*: in a network it has the gradient that the textbook computes in double.
///
/// @param activation what is checked
/// @param low        smallest input it must take
/// @param high       largest input it must take
public record ActivationContract(Activation activation, double low, double high) implements Contract {
    private static final int POINTS = 400;
    private static final int OFFSET = 3;
    private static final double[] FINE = {1e-2, 1e-3, 1e-4, 1e-5};
    private static final double[] COARSE = {0x1p-4, 0x1p-6, 0x1p-9, 0x1p-12};

    /// Checks the range.
    public ActivationContract {
        if (!(low < high)) {
            throw new IllegalArgumentException("inputs must be in order, got " + low + " and " + high);
        }
    }

    /// This contract on inputs from `newLow` to `newHigh`, for a function that is not defined everywhere.
    public ActivationContract withInputs(double newLow, double newHigh) {
        return new ActivationContract(activation, newLow, newHigh);
    }

    @Override
    public String subject() {
        return "activation " + activation.name();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("finite", this::finite),
                new Check("NaN", this::nan),
                new Check("derivative", this::derivative),
                new Check("slices", this::slices),
                new Check("in place", this::inPlace),
                new Check("elements", this::elements),
                new Check("repeatable", this::repeatable),
                new Check("no garbage", this::noGarbage),
                new Check("network", this::network));
    }

    private void finite() {
        float[] z = inputs(200);
        float[] edges = {(float) low, (float) high, clamped(-20), clamped(20), clamped(-1e-9), clamped(1e-9), clamped(0)
        };
        System.arraycopy(edges, 0, z, 0, edges.length);
        for (int i = 0; i < 100; i++) {
            z[edges.length + i] = (float) (low + (high - low) * i / 99);
        }
        float[] a = applied(z);
        float[] slopes = slopes(z, a);
        for (int i = 0; i < z.length; i++) {
            Expect.finite("value", z[i], activation.value(z[i]));
            Expect.finite("derivative", z[i], activation.derivative(z[i]));
            Expect.finite("the slice's value", z[i], a[i]);
            Expect.finite("the slice's derivative", z[i], slopes[i]);
        }
    }

    private void nan() {
        float[] z = new float[17];
        Arrays.fill(z, Float.NaN);
        for (float a : applied(z)) {
            Expect.isTrue(Float.isNaN(a), "the slice's value at NaN must be NaN, so that divergence is seen, got " + a);
        }
    }

    private void derivative() {
        boolean inFloat = true;
        for (float z : inputs(POINTS)) {
            double value = activation.value(z * (1 + 1e-12));
            inFloat &= value == (float) value;
        }
        for (float z : inputs(POINTS)) {
            slopeAt(z, inFloat);
        }
        if (low < 0 && high > 0) {
            slopeAtKink(inFloat ? 0x1p-10 : 1e-6);
        }
    }

    private void slopeAt(double z, boolean inFloat) {
        if (Double.isNaN(activation.value(z))) {
            return; // which is not finite, and has no slope
        }
        double got = activation.derivative(z);
        double scale = Math.max(1, Math.max(Math.abs(got), Math.abs(activation.value(z))));
        double[] steps = inFloat ? COARSE : FINE;
        double tolerance = (inFloat ? 2e-3 : 1e-6) * scale;
        if (!Slopes.agree(h -> activation.value(clamp(z + h)), got, tolerance, steps)) {
            double expected = Slopes.of(h -> activation.value(clamp(z + h)), steps[1]);
            Expect.close("derivative", z, expected, got, tolerance);
        }
    }

    /// At 0, where most kinks are.
    private void slopeAtKink(double h) {
        double middle = activation.value(0);
        double left = (middle - activation.value(-h)) / h;
        double right = (activation.value(h) - middle) / h;
        double got = activation.derivative(0);
        double slack = 1e-3 * Math.max(1, Math.abs(got));
        Expect.isTrue(
                got >= Math.min(left, right) - slack && got <= Math.max(left, right) + slack,
                "derivative at 0.0 must be between the slopes of both sides, " + left + " and " + right + ", got "
                        + got);
    }

    private void slices() {
        for (int length : Expect.AWKWARD) {
            float[] z = inputs(length + 2 * OFFSET);
            float[] before = z.clone();
            float[] a = guarded(length + 2 * OFFSET);
            activation.apply(z, OFFSET, a, OFFSET - 1, length);
            Expect.sameBits("the input of apply over " + length, before, z);
            requireGuards("apply over " + length, a, OFFSET - 1, length);
            for (int i = 0; i < length; i++) {
                double expected = activation.value(z[OFFSET + i]);
                Expect.close("the slice's value", z[OFFSET + i], expected, a[OFFSET - 1 + i], tolerance(expected));
            }
            derivativeSlice(z, length);
        }
    }

    private void derivativeSlice(float[] z, int length) {
        float[] saved = activation.readsInput() ? z.clone() : applied(z);
        float[] before = saved.clone();
        float[] delta = guarded(length + 2 * OFFSET);
        for (int i = 0; i < length; i++) {
            delta[OFFSET + 1 + i] = i % 2 == 0 ? 1.5f : -0.5f;
        }
        activation.multiplyByDerivative(saved, OFFSET, delta, OFFSET + 1, length);
        Expect.sameBits("the saved numbers of multiplyByDerivative over " + length, before, saved);
        requireGuards("multiplyByDerivative over " + length, delta, OFFSET + 1, length);
        for (int i = 0; i < length; i++) {
            double expected = (i % 2 == 0 ? 1.5 : -0.5) * activation.derivative(z[OFFSET + i]);
            Expect.close(
                    "the slice's delta times derivative",
                    z[OFFSET + i],
                    expected,
                    delta[OFFSET + 1 + i],
                    2 * tolerance(expected));
        }
    }

    private static void requireGuards(String what, float[] array, int from, int length) {
        for (int i = 0; i < array.length; i++) {
            boolean outside = i < from || i >= from + length;
            Expect.isTrue(
                    !outside || array[i] == Expect.GUARD,
                    what + " numbers from index " + from + " must write no other, got " + array[i] + " at index " + i);
        }
    }

    private void inPlace() {
        for (int length : Expect.AWKWARD) {
            float[] z = inputs(length);
            float[] expected = applied(z);
            activation.apply(z, 0, z, 0, length);
            Expect.sameBits("in place over " + length + " numbers, the value", expected, z);
        }
    }

    private void elements() {
        float[] z = inputs(1000);
        float[] a = applied(z);
        float[] slopes = slopes(z, a);
        float[] oneByOne = new float[z.length];
        float[] slopesOneByOne = new float[z.length];
        Arrays.fill(slopesOneByOne, 1);
        for (int i = 0; i < z.length; i++) {
            activation.apply(z, i, oneByOne, i, 1);
            activation.multiplyByDerivative(activation.readsInput() ? z : a, i, slopesOneByOne, i, 1);
        }
        Expect.sameBits("one by one, the value", a, oneByOne);
        Expect.sameBits("one by one, the derivative", slopes, slopesOneByOne);
    }

    private void repeatable() {
        Expect.repeatable("the value", variant -> {
            float[] z = inputs(1001 + variant);
            return () -> applied(z);
        });
        Expect.repeatable("the derivative", variant -> {
            float[] z = inputs(1001 + variant);
            float[] a = applied(z);
            return () -> slopes(z, a);
        });
    }

    private void noGarbage() {
        float[] z = inputs(1000);
        float[] a = new float[z.length];
        Garbage.none("apply", () -> activation.apply(z, 0, a, 0, z.length));
        float[] saved = activation.readsInput() ? z : applied(z);
        float[] delta = new float[z.length];
        Garbage.none("multiplyByDerivative", () -> {
            Arrays.fill(delta, 1);
            activation.multiplyByDerivative(saved, 0, delta, 0, delta.length);
        });
    }

    private void network() {
        if (low > -20 || high < 20) {
            return; // what reaches it inside a network may leave its range
        }
        Network network = Network.of(6, Dense.of(17, activation), Dense.of(9, activation), Dense.linear(3));
        new Passage(network, 11, Seed.of(5)).requireGradientOfTextbook();
    }

    private float[] applied(float[] z) {
        float[] a = new float[z.length];
        activation.apply(z, 0, a, 0, z.length);
        return a;
    }

    private float[] slopes(float[] z, float[] a) {
        float[] delta = new float[z.length];
        Arrays.fill(delta, 1);
        activation.multiplyByDerivative(activation.readsInput() ? z : a, 0, delta, 0, z.length);
        return delta;
    }

    private static float[] guarded(int length) {
        float[] array = new float[length];
        Arrays.fill(array, Expect.GUARD);
        return array;
    }

    /// Normal numbers, those outside the range moved to uniform ones inside.
    private float[] inputs(int length) {
        Seed seed = Seed.of(2).split("length", length);
        float[] z = new float[length];
        for (int i = 0; i < length; i++) {
            double normal = 3 * seed.normal(i);
            double margin = 0.01 * Math.min(1, high - low);
            boolean inside = normal > low + margin && normal < high - margin;
            double uniform = low + margin + (high - low - 2 * margin) * seed.uniform(2L * length + i);
            z[i] = (float) (inside ? normal : uniform);
        }
        return z;
    }

    private double clamp(double z) {
        return Math.clamp(z, low, high);
    }

    private float clamped(double z) {
        return (float) clamp(z);
    }

    private static double tolerance(double expected) {
        return 2e-6 * Math.max(1, Math.abs(expected));
    }
}
