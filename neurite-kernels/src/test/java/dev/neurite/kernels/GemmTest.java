package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Products against a triple loop in the stated order, bit for bit.
class GemmTest {
    private enum Form {
        PLAIN,
        TRANSPOSED_A,
        TRANSPOSED_B
    }

    private final Random random = new Random(7);

    @Tag("small")
    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "1,10,512",
        "2,3,5",
        "3,16,17",
        "3,40,9",
        "1,33,6",
        "2,20,5",
        "6,12,4",
        "4,24,40",
        "5,17,33",
        "7,1,100",
        "8,32,1",
        "9,33,16",
        "15,31,7",
        "16,16,16",
        "31,100,3",
        "64,48,0"
    })
    void multiply_smallShapes_equalsTripleLoop(int m, int n, int k) {
        try (Team team = Team.of(1)) {
            compareAllForms(team, m, n, k);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "145,33,513",
        "289,17,1030",
        "13,1041,400",
        "150,1090,519",
        "1,2050,1025",
        "701,5,3",
        "33,65,129",
        "100,10,20",
        "32,64,64",
        "16,3,16",
        "47,12,17",
        "128,10,512",
        "65,5,40",
        "200,9,33",
        "100,512,10"
    })
    void multiply_shapesAcrossBlocks_equalsTripleLoop(int m, int n, int k) {
        try (Team team = Team.of(1)) {
            compareAllForms(team, m, n, k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void multiply_threads_equalsTripleLoop(int threads) {
        try (Team team = Team.of(threads)) {
            compareAllForms(team, 257, 130, 101);
            compareAllForms(team, 3, 1100, 520);
            compareAllForms(team, 1050, 3, 520);
            compareAllForms(team, 130, 517, 33);
            compareAllForms(team, 2003, 7, 130);
            compareAllForms(team, 1025, 10, 30);
        }
    }

    @ParameterizedTest
    @CsvSource({"40,517,700", "9,3,5", "20,100,2000", "300,33,40", "2,7,9", "70,10,600"})
    void multiply_afterLargerProduct_padsWithZeros(int m, int n, int k) {
        for (int threads = 1; threads <= 3; threads++) {
            try (Team team = Team.of(threads)) {
                Gemm gemm = new Gemm(Kernels.best(), team);
                gemm.multiply(150, 560, 800, matrix(150, 800), matrix(800, 560), matrix(150, 560), null, null, null);
                Matrix c = matrix(m, n);
                gemm.multiply(m, n, k, matrix(m, k), matrix(k, n), c, null, null, null);
                assertZeroPadding(c);
                gemm.multiplyTransposedA(m, n, k, matrix(k, m), matrix(k, n), c);
                assertZeroPadding(c);
                gemm.multiplyTransposedB(m, n, k, matrix(m, k), matrix(n, k), c);
                assertZeroPadding(c);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "2,2,2",
        "1,2,7",
        "2,1,9",
        "8,1,15",
        "9,1,3",
        "17,1,40",
        "4,2,5",
        "7,2,33",
        "1,40,1",
        "2,40,2",
        "50,40,2",
        "100,70,1",
        "40,1,1",
        "1,1,50",
        "2,2,50",
        "1,30,50",
        "30,1,50",
        "30,2,50",
        "500,100,2",
        "2000,1,600",
        "1500,2,400",
        "2,1500,400"
    })
    void multiply_oneOrTwoColumnsWithAndWithoutPadding_equalsTripleLoop(int m, int n, int k) {
        for (int threads = 1; threads <= 3; threads++) {
            try (Team team = Team.of(threads)) {
                for (int repeat = 0; repeat < (m * n * k > 10_000 ? 1 : 8); repeat++) {
                    compareAllForms(new Gemm(Kernels.best(), team), m, n, k);
                    compareAllForms(new Gemm(Kernels.scalar(), team), m, n, k);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100,10,2000", "64,1,3000", "40,12,1500", "1,1,2000", "30,33,1200"})
    void multiply_manyRowsInPlainJava_equalsTripleLoop(int m, int n, int k) {
        for (int threads = 1; threads <= 2; threads++) {
            try (Team team = Team.of(threads)) {
                compareAllForms(new Gemm(Kernels.scalar(), team), m, n, k);
            }
        }
    }

    private static void assertZeroPadding(Matrix c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = c.columns(); j < Math.min(c.stride(), Matrix.paddedStride(c.columns())); j++) {
                assertThat(Float.floatToRawIntBits(at(c, i, j))).isZero();
            }
        }
    }

    @Test
    void multiply_nanInA_reachesItsRowOnly() {
        Matrix a = matrix(9, 20);
        a.data()[a.offset() + 4 * a.stride() + 7] = Float.NaN;
        Matrix c = matrix(9, 24);
        try (Team team = Team.of(1)) {
            new Gemm(Kernels.best(), team).multiply(9, 24, 20, a, matrix(20, 24), c, null, null, null);
        }
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 24; j++) {
                assertThat(Float.isNaN(at(c, i, j))).isEqualTo(i == 4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5,10,8", "47,10,40", "47,3,40", "33,12,17", "16,9,16"})
    void multiply_smallerThanMatrices_leavesOtherRowsAlone(int m, int n, int k) {
        for (Form form : Form.values()) {
            Matrix c = matrix(60, n);
            float[] before = c.data().clone();
            try (Team team = Team.of(1)) {
                multiply(new Gemm(Kernels.best(), team), form, m, n, k, matrix(60, 60), matrix(60, 60), c);
            }
            for (int i = 0; i < c.data().length; i++) {
                int row = Math.floorDiv(i - c.offset(), c.stride());
                int column = Math.floorMod(i - c.offset(), c.stride());
                if (row < 0 || row >= m || column >= 16) {
                    assertThat(c.data()[i]).as(form + ", row " + row).isEqualTo(before[i]);
                }
            }
        }
    }

    @Test
    void multiply_tooSmallMatrix_isRefused() {
        try (Team team = Team.of(1)) {
            Gemm gemm = new Gemm(Kernels.best(), team);
            assertThatThrownBy(() -> gemm.multiply(4, 5, 6, matrix(4, 6), matrix(5, 5), matrix(4, 5), null, null, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Gemm.b must hold 6×5");
        }
    }

    /// Threads share a product of one row by its columns, of which there is work for one thread.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void multiply_oneLongRowOnThreads_equalsTripleLoop(int n) {
        int k = 1_100_000 / n;
        Matrix a = padded(1, k);
        Matrix b = Matrix.of(Bits.gaussian(random, k * n), 0, k, n, n);
        Matrix bias = padded(1, n);
        float[][] expected = expected(Form.PLAIN, 1, n, k, a, b);
        for (int j = 0; j < n; j++) {
            expected[0][j] += at(bias, 0, j);
        }
        try (Team team = Team.of(3)) {
            Gemm gemm = new Gemm(Kernels.best(), team);
            for (int repeat = 0; repeat < 20; repeat++) {
                Matrix c = Matrix.of(new float[n], 0, 1, n, n);
                gemm.multiply(1, n, k, a, b, c, bias, null, null);
                compare(c, expected, "one row");
            }
        }
    }

    /// A thread's columns of A end where its array ends.
    @Test
    void multiplyTransposedA_narrowOnThreads_readsNothingBehindA() {
        Matrix a = Matrix.of(Bits.gaussian(random, 8000 * 48), 0, 8000, 48, 48);
        Matrix b = matrix(8000, 3);
        Matrix c = padded(48, 3);
        for (int threads = 2; threads <= 4; threads++) {
            try (Team team = Team.of(threads)) {
                new Gemm(Kernels.best(), team).multiplyTransposedA(48, 3, 8000, a, b, c);
            }
            compare(c, expected(Form.TRANSPOSED_A, 48, 3, 8000, a, b), "threads " + threads);
        }
    }

    /// Some products make panels of a constant matrix, which others read, whatever their rows and threads.
    @ParameterizedTest
    @CsvSource({
        "64,40",
        "100,784",
        "48,1540",
        "300,17",
        "96,519",
        "1100,800",
        "1120,1000",
        "10,500",
        "3,20",
        "2,30",
        "1,9"
    })
    void multiply_constantMatrix_equalsTripleLoop(int n, int k) {
        Matrix b = matrix(k, n).constant();
        for (int threads = 1; threads <= 3; threads++) {
            try (Team team = Team.of(threads)) {
                Gemm gemm = new Gemm(Kernels.best(), team);
                for (int m : new int[] {1, 3, 4, 20, 150, 2, 1}) {
                    Matrix a = matrix(m, k);
                    Matrix c = matrix(m, n);
                    gemm.multiply(m, n, k, a, b, c, null, null, null);
                    compare(c, expected(Form.PLAIN, m, n, k, a, b), m + " rows");
                    assertZeroPadding(c);
                    gemm.multiply(m, n - 1, k - 1, a, b, c, null, null, null);
                    compare(c, expected(Form.PLAIN, m, n - 1, k - 1, a, b), m + " rows of a part");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"150,128,128", "3,64,64", "2,96,96"})
    void multiplyTransposed_constantMatrix_equalsTripleLoop(int m, int n, int k) {
        Matrix b = matrix(k, n).constant();
        try (Team team = Team.of(1)) {
            Gemm gemm = new Gemm(Kernels.best(), team);
            for (Form form : Form.values()) {
                Matrix a = form == Form.TRANSPOSED_A ? matrix(k, m) : matrix(m, k);
                Matrix c = matrix(m, n);
                multiply(gemm, form, m, n, k, a, b, c);
                compare(c, expected(form, m, n, k, a, b), form.toString());
            }
        }
    }

    @Test
    void multiply_constantMatrixByManyThreadsAtOnce_equalsTripleLoop() {
        for (int repeat = 0; repeat < 20; repeat++) {
            Matrix b = matrix(70, 128).constant();
            Matrix a = matrix(3, 70);
            float[][] expected = expected(Form.PLAIN, 3, 128, 70, a, b);
            IntStream.range(0, 8).parallel().forEach(caller -> {
                try (Team team = Team.of(1)) {
                    Matrix c = Matrix.of(new float[3 * 128], 0, 3, 128, 128);
                    new Gemm(Kernels.best(), team).multiply(3, 128, 70, a, b, c, null, null, null);
                    compare(c, expected, "caller " + caller);
                }
            });
        }
    }

    @Test
    void multiply_fewRowsSharedByColumns_equalsTripleLoop() {
        int n = 174_763;
        Matrix a = matrix(3, 2);
        Matrix b = matrix(2, n);
        float[][] expected = expected(Form.PLAIN, 3, n, 2, a, b);
        for (int threads = 1; threads <= 3; threads++) {
            Matrix c = matrix(3, n);
            try (Team team = Team.of(threads)) {
                new Gemm(Kernels.best(), team).multiply(3, n, 2, a, b, c, null, null, null);
            }
            compare(c, expected, threads + " threads");
        }
    }

    @Test
    void multiply_biasWithoutThePaddingOfC_isRefused() {
        Matrix bias = Matrix.of(new float[2], 0, 1, 2, 2);
        try (Team team = Team.of(1)) {
            Gemm gemm = new Gemm(Kernels.best(), team);
            assertThatThrownBy(() -> gemm.multiply(3, 2, 1, matrix(3, 1), matrix(1, 2), padded(3, 2), bias, null, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Gemm.bias must be padded where c is, got Matrix[1×2, stride 2, offset 0]");
        }
    }

    private void compareAllForms(Team team, int m, int n, int k) {
        compareAllForms(new Gemm(Kernels.best(), team), m, n, k);
    }

    private void compareAllForms(Gemm gemm, int m, int n, int k) {
        for (Form form : Form.values()) {
            Matrix a = form == Form.TRANSPOSED_A ? matrix(k, m) : matrix(m, k);
            Matrix b = form == Form.TRANSPOSED_B ? matrix(n, k) : matrix(k, n);
            Matrix c = matrix(m, n);
            multiply(gemm, form, m, n, k, a, b, c);
            compare(c, expected(form, m, n, k, a, b), form + " " + m + "×" + n + "×" + k);
        }
        compareFused(gemm, m, n, k);
    }

    private static void multiply(Gemm gemm, Form form, int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        switch (form) {
            case PLAIN -> gemm.multiply(m, n, k, a, b, c, null, null, null);
            case TRANSPOSED_A -> gemm.multiplyTransposedA(m, n, k, a, b, c);
            case TRANSPOSED_B -> gemm.multiplyTransposedB(m, n, k, a, b, c);
        }
    }

    private void compareFused(Gemm gemm, int m, int n, int k) {
        Matrix a = matrix(m, k);
        Matrix b = matrix(k, n);
        Matrix bias = padded(1, n);
        Arrays.fill(bias.data(), bias.offset() + n, bias.offset() + bias.stride(), 0f);
        Matrix c = matrix(m, n);
        Matrix activated = like(c);
        gemm.multiply(m, n, k, a, b, c, bias, GemmTest::half, activated);
        float[][] z = expected(Form.PLAIN, m, n, k, a, b);
        for (float[] row : z) {
            for (int j = 0; j < n; j++) {
                row[j] += at(bias, 0, j);
            }
        }
        compare(c, z, "with bias");
        for (float[] row : z) {
            half(row, 0, row, 0, row.length);
        }
        compare(activated, z, "activated");
        gemm.multiply(m, n, k, a, b, c, bias, GemmTest::half, c);
        compare(c, z, "activated in place");
    }

    private static void half(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = 0.5f * x[xOffset + i] + 1f;
        }
    }

    private static float[][] expected(Form form, int m, int n, int k, Matrix a, Matrix b) {
        float[][] c = new float[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0f;
                for (int p = 0; p < k; p++) {
                    float left = form == Form.TRANSPOSED_A ? at(a, p, i) : at(a, i, p);
                    float right = form == Form.TRANSPOSED_B ? at(b, j, p) : at(b, p, j);
                    sum = Math.fma(left, right, sum);
                }
                c[i][j] = sum;
            }
        }
        return c;
    }

    private static void compare(Matrix actual, float[][] expected, String what) {
        for (int i = 0; i < expected.length; i++) {
            float[] row = new float[expected[i].length];
            System.arraycopy(actual.data(), actual.offset() + i * actual.stride(), row, 0, row.length);
            Bits.assertEqual(row, expected[i], what + ", row " + i);
        }
    }

    /// A matrix inside a larger array; without padding now and then, where that is allowed.
    private Matrix matrix(int rows, int columns) {
        int stride = Matrix.compactStride(columns);
        if (stride >= Matrix.ALIGNMENT || random.nextInt(3) == 0) {
            return padded(rows, columns);
        }
        return Matrix.of(Bits.gaussian(random, 16 + rows * stride), 16, rows, columns, stride);
    }

    /// A matrix whose padding is full of numbers that must not matter.
    private Matrix padded(int rows, int columns) {
        int stride = Matrix.paddedStride(columns) + 16 * random.nextInt(2);
        return Matrix.of(Bits.gaussian(random, 16 + rows * stride + 16), 16, rows, columns, stride);
    }

    private static Matrix like(Matrix x) {
        return Matrix.of(new float[x.data().length], x.offset(), x.rows(), x.columns(), x.stride());
    }

    private static float at(Matrix x, int i, int j) {
        return x.data()[x.offset() + i * x.stride() + j];
    }
}
