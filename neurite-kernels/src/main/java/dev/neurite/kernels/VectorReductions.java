package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.LENGTH;
import static dev.neurite.kernels.Simd.load;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Sums and tests over whole arrays, in the order that [ScalarKernels] states.
final class VectorReductions {
    private static final int LANES = 16;
    private static final int WIDE = Simd.DOUBLES.length();

    private VectorReductions() {}

    static void columnSums(int rows, Matrix x, float[] sums, int offset) {
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
        FloatVector s0 = FloatVector.zero(Simd.FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = x.offset() + column;
        for (int i = 0; i < rows; i++) {
            s0 = s0.add(load(data, at));
            s1 = s1.add(load(data, at + LENGTH));
            s2 = s2.add(load(data, at + 2 * LENGTH));
            s3 = s3.add(load(data, at + 3 * LENGTH));
            at += x.stride();
        }
        s0.intoArray(sums, offset);
        s1.intoArray(sums, offset + LENGTH);
        s2.intoArray(sums, offset + 2 * LENGTH);
        s3.intoArray(sums, offset + 3 * LENGTH);
    }

    private static void oneSum(int rows, Matrix x, int column, float[] sums, int offset) {
        FloatVector sum = FloatVector.zero(Simd.FLOATS);
        int at = x.offset() + column;
        for (int i = 0; i < rows; i++) {
            sum = sum.add(load(x.data(), at));
            at += x.stride();
        }
        sum.intoArray(sums, offset);
    }

    static double sumOfSquares(float[] x, int offset, int length) {
        DoubleVector v = pairedLanes(x, offset, length, 0);
        if (WIDE == 8) {
            double even = (v.lane(0) + v.lane(4)) + (v.lane(2) + v.lane(6));
            double odd = (v.lane(1) + v.lane(5)) + (v.lane(3) + v.lane(7));
            return even + odd;
        }
        v = v.add(pairedLanes(x, offset, length, 4));
        if (WIDE == 4) {
            return (v.lane(0) + v.lane(2)) + (v.lane(1) + v.lane(3));
        }
        v = v.add(pairedLanes(x, offset, length, 2).add(pairedLanes(x, offset, length, 6)));
        return v.lane(0) + v.lane(1);
    }

    /// Sums of squares of as many lanes as fit a vector, from `lane` on, each added to the lane 8 further on.
    private static DoubleVector pairedLanes(float[] x, int offset, int length, int lane) {
        DoubleVector low = Simd.zeros();
        DoubleVector high = low;
        int i = offset + lane;
        for (int end = offset + length - length % LANES; i < end; i += LANES) {
            low = addSquare(low, FloatVector.fromArray(Simd.HALF_FLOATS, x, i));
            high = addSquare(high, FloatVector.fromArray(Simd.HALF_FLOATS, x, i + 8));
        }
        VectorMask<Float> lowTail = Simd.HALF_FLOATS.indexInRange(i, offset + length);
        VectorMask<Float> highTail = Simd.HALF_FLOATS.indexInRange(i + 8, offset + length);
        low = addSquare(low, FloatVector.fromArray(Simd.HALF_FLOATS, x, i, lowTail));
        high = addSquare(high, FloatVector.fromArray(Simd.HALF_FLOATS, x, i + 8, highTail));
        return low.add(high);
    }

    private static DoubleVector addSquare(DoubleVector sum, FloatVector x) {
        DoubleVector wide = (DoubleVector) x.convertShape(VectorOperators.F2D, Simd.DOUBLES, 0);
        return sum.add(wide.mul(wide));
    }

    /// Whether the whole vectors before the index `to` hold finite numbers only.
    static boolean allFinite(float[] x, int from, int to) {
        FloatVector sum = FloatVector.zero(Simd.FLOATS);
        for (int i = from; i <= to - LENGTH; i += LENGTH) {
            sum = load(x, i).fma(FloatVector.zero(Simd.FLOATS), sum);
        }
        return !sum.test(VectorOperators.IS_NAN).anyTrue();
    }
}
