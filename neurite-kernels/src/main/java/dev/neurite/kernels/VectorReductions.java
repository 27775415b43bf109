package dev.neurite.kernels;

import static dev.neurite.kernels.Simd.LENGTH;
import static dev.neurite.kernels.Simd.load;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Sums and tests over whole arrays, in the order that [ScalarKernels] states.
final class VectorReductions {
    private static final int LANES = 16;

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

    /// Lane j of each accumulator belongs to lane j, or j + 8, of the 16. Below 512 bits the four accumulators with
    /// their masked rests are more than C2 inlines, so plain Java, which gives the same bits, does it there.
    static double sumOfSquares(float[] x, int offset, int length) {
        return Simd.BITS == 512 ? inEights(x, offset, length) : ScalarKernels.INSTANCE.sumOfSquares(x, offset, length);
    }

    private static double inEights(float[] x, int offset, int length) {
        DoubleVector low = Simd.zeros();
        DoubleVector high = low;
        int end = offset + length;
        int i = offset;
        for (; i <= end - LANES; i += LANES) {
            low = addSquare(low, half(x, i));
            high = addSquare(high, half(x, i + 8));
        }
        DoubleVector v = addSquare(low, rest(x, i, end)).add(addSquare(high, rest(x, i + 8, end)));
        double even = (v.lane(0) + v.lane(4)) + (v.lane(2) + v.lane(6));
        double odd = (v.lane(1) + v.lane(5)) + (v.lane(3) + v.lane(7));
        return even + odd;
    }

    private static FloatVector half(float[] x, int offset) {
        return FloatVector.fromArray(Simd.HALF_FLOATS, x, offset);
    }

    /// What is left from an offset on, filled up with 0.
    private static FloatVector rest(float[] x, int offset, int end) {
        return FloatVector.fromArray(Simd.HALF_FLOATS, x, offset, Simd.HALF_FLOATS.indexInRange(offset, end));
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
