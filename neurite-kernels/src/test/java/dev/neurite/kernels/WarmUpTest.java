package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The kernels that start on plain Java and change over to vectors.
@Tag("once")
class WarmUpTest {
    private static final Kernels WARMING = WarmingKernels.INSTANCE;

    private final Random random = new Random(5);

    static Iterable<String> names() {
        return TwinTest.functions().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void slice_beforeAndAfterWarmUp_equalsScalar(String name) throws InterruptedException {
        Function<Kernels, SliceFunction> function = TwinTest.functions().get(name);
        compare(function, name);
        float[] scratch = new float[1 << 16];
        for (int i = 0; i < 65; i++) {
            function.apply(WARMING).apply(scratch, 0, scratch, 0, scratch.length);
        }
        Kernels.awaitWarmUp();
        compare(function, name);
    }

    private void compare(Function<Kernels, SliceFunction> function, String name) {
        float[] x = Bits.wild(random, 400);
        float[] expected = Bits.wild(random, 400);
        float[] actual = expected.clone();
        function.apply(Kernels.scalar()).apply(x, 5, expected, 7, 383);
        function.apply(WARMING).apply(x, 5, actual, 7, 383);
        Bits.assertEqual(actual, expected, name);
    }

    @Test
    void isWarm_muchWork_changesOver() throws InterruptedException {
        assertThat(Loop.SUM_OF_SQUARES.isWarm(1)).isFalse();
        assertThat(Loop.SUM_OF_SQUARES.isWarm(1 << 26)).isFalse();
        Kernels.awaitWarmUp();
        assertThat(Loop.SUM_OF_SQUARES.isWarm(1)).isTrue();
    }

    @Test
    void ready_exerciseThrows_staysScalarAndOthersAreServed() throws InterruptedException {
        List<String> messages = Collections.synchronizedList(new ArrayList<>());
        Logger logger = Logger.getLogger(WarmUp.class.getName());
        logger.setFilter(entry -> {
            messages.add(entry.getMessage());
            return false;
        });
        WarmUp broken = new WarmUp("BROKEN", () -> n -> {
            throw new IllegalStateException("broken on purpose");
        });
        WarmUp unmakeable = new WarmUp("UNMAKEABLE", () -> {
            throw new OutOfMemoryError("none on purpose");
        });
        WarmUp late = new WarmUp("LATE", LateExercise::new);
        WarmUp good = new WarmUp("GOOD", () -> Exercise.of(Loop.SCALE));
        for (WarmUp warmUp : List.of(broken, unmakeable, late, good)) {
            assertThat(warmUp.ready(1 << 26)).isFalse();
        }
        Kernels.awaitWarmUp();
        assertThat(broken.ready(1)).isFalse();
        assertThat(unmakeable.ready(1)).isFalse();
        assertThat(late.ready(1)).isFalse();
        assertThat(good.ready(1)).isTrue();
        assertThat(messages)
                .hasSize(3)
                .contains("The vector form of the loop LATE failed when it was tried, so plain Java stays.");
        logger.setFilter(null);
        WarmUp next = new WarmUp("NEXT", () -> Exercise.of(Loop.ADD));
        assertThat(next.ready(1 << 26)).isFalse();
        Kernels.awaitWarmUp();
        assertThat(next.ready(1)).isTrue();
    }

    /// Allocates, so that it is tried again and again, and throws in the end.
    private static final class LateExercise implements Exercise {
        private int calls;
        private long[] garbage = {};

        @Override
        public void run(int n) {
            garbage = new long[n];
            calls++;
            if (calls > 2000) {
                throw new IllegalStateException("broken on purpose, after " + garbage.length);
            }
        }
    }

    @Test
    void updatesAndReductions_cold_equalScalar() {
        float[][] actual = new float[4][];
        float[][] expected = new float[4][];
        for (int i = 0; i < 4; i++) {
            expected[i] = Bits.gaussian(random, 64);
            actual[i] = expected[i].clone();
        }
        update(Kernels.scalar(), expected);
        update(WARMING, actual);
        for (int i = 0; i < 4; i++) {
            Bits.assertEqual(actual[i], expected[i], "array " + i);
        }
    }

    private static void update(Kernels kernels, float[][] arrays) {
        AdamStep step = new AdamStep(0.9, 0.99, 1e-8, 0.1, 0.2, true, 0.3, 0.4);
        kernels.sgd(arrays[0], arrays[1], arrays[2], 3, 60, 0.1f, 0.9f, 0.2f, true, 0.3f, false);
        kernels.adam(arrays[0], arrays[1], arrays[2], arrays[3], 2, 61, step);
        kernels.columnSums(2, Matrix.of(arrays[0], 16, 2, 13, 16), arrays[1], 16);
        arrays[3][0] = (float) kernels.sumOfSquares(arrays[0], 4, 50);
        arrays[3][1] = kernels.allFinite(arrays[0], 4, 50) ? 1f : 0f;
    }
}
