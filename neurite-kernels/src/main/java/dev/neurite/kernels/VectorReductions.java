package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.FLOATS;
import static dev.neurite.kernels.Simd.LENGTH;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Sums and tests over whole arrays, in the order that [ScalarKernels] states.
final class VectorReductions {
    private static final int LANES = 16;

    private VectorReductions() {}

    static void columnSums(int rows, Matrix x, float[] sums, int offset) {
        if (x.isCompact()) {
            ScalarKernels.compactColumnSums(rows, x, sums, offset);
            return;
        }
        int width = Matrix.paddedStride(x.columns());
        int j = 0;
        for (; j <= width - 4 * LENGTH; j += 4 * LENGTH) {
            fourSums(rows, x, j, sums, offset + j);
        }
        for (; j < width; j += LENGTH) {
            oneSum(rows, x, j, sums, offset + j);
        }
        Arrays.fill(sums, offset + x.columns(), offset + width, 0f);
    }

    private static void fourSums(int rows, Matrix x, int column, float[] sums, int offset) {
        float[] data = x.data();
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = x.offset() + column;
        for (int i = 0; i < rows; i++) {
            s0 = s0.add(fromArray(FLOATS, data, at));
            s1 = s1.add(fromArray(FLOATS, data, at + LENGTH));
            s2 = s2.add(fromArray(FLOATS, data, at + 2 * LENGTH));
            s3 = s3.add(fromArray(FLOATS, data, at + 3 * LENGTH));
            at += x.stride();
        }
        s0.intoArray(sums, offset);
        s1.intoArray(sums, offset + LENGTH);
        s2.intoArray(sums, offset + 2 * LENGTH);
        s3.intoArray(sums, offset + 3 * LENGTH);
    }

    private static void oneSum(int rows, Matrix x, int column, float[] sums, int offset) {
        float[] data = x.data();
        int stride = x.stride();
        int from = x.offset() + column;
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int i = 0; i < rows; i++) {
            sum = sum.add(fromArray(FLOATS, data, from + i * stride));
        }
        sum.intoArray(sums, offset);
    }

    /// A length that fills the lanes, as arrays of padded rows have; for others the scalar twin does it.
    static double sumOfSquares(float[] x, int offset, int length) {
        if (length % LANES != 0 || LENGTH < 8) {
            return ScalarKernels.INSTANCE.sumOfSquares(x, offset, length);
        }
        return LENGTH == LANES ? inEights(x, offset, length) : inFours(x, offset, length);
    }

    private static double inEights(float[] x, int offset, int length) {
        DoubleVector low = DoubleVector.zero(Simd.DOUBLES);
        DoubleVector high = low;
        for (int i = offset; i < offset + length; i += LANES) {
            FloatVector v = fromArray(FLOATS, x, i);
            low = addSquare(low, v, 0);
            high = addSquare(high, v, 1);
        }
        DoubleVector sum = low.add(high);
        double even = (sum.lane(0) + sum.lane(4)) + (sum.lane(2) + sum.lane(6));
        double odd = (sum.lane(1) + sum.lane(5)) + (sum.lane(3) + sum.lane(7));
        return even + odd;
    }

    private static double inFours(float[] x, int offset, int length) {
        DoubleVector s0 = DoubleVector.zero(Simd.DOUBLES);
        DoubleVector s4 = s0;
        DoubleVector s8 = s0;
        DoubleVector s12 = s0;
        for (int i = offset; i < offset + length; i += LANES) {
            FloatVector low = fromArray(FLOATS, x, i);
            FloatVector high = fromArray(FLOATS, x, i + LENGTH);
            s0 = addSquare(s0, low, 0);
            s4 = addSquare(s4, low, 1);
            s8 = addSquare(s8, high, 0);
            s12 = addSquare(s12, high, 1);
        }
        DoubleVector sum = s0.add(s8).add(s4.add(s12));
        return (sum.lane(0) + sum.lane(2)) + (sum.lane(1) + sum.lane(3));
    }

    /// Adds the squares of half the lanes of x.
    private static DoubleVector addSquare(DoubleVector sum, FloatVector x, int half) {
        DoubleVector wide = (DoubleVector) x.convertShape(VectorOperators.F2D, Simd.DOUBLES, half);
        return sum.add(wide.mul(wide));
    }

    /// Whether the whole vectors before the index `to` hold finite numbers only.
    static boolean allFinite(float[] x, int from, int to) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int i = from; i <= to - LENGTH; i += LENGTH) {
            sum = fromArray(FLOATS, x, i).fma(FloatVector.zero(FLOATS), sum);
        }
        return !sum.test(VectorOperators.IS_NAN).anyTrue();
    }
}
