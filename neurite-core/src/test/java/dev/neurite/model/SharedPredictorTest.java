package dev.neurite.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One predictor, eight threads, a million predictions: every one equals the answer of a single thread.
class SharedPredictorTest {
    private static final int INPUTS = 40;
    private static final int OUTPUTS = 5;
    private static final int ROWS = 1200;
    private static final int THREADS = 8;
    private static final int PREDICTIONS_OF_A_THREAD = 125_000;
    private static final float[] EXAMPLES = examples();
    private static final Model MODEL = model();
    private static final float[] EXPECTED = expected();

    static Stream<ThreadFactory> threads() {
        return Stream.of(Thread.ofPlatform().factory(), Thread.ofVirtual().factory());
    }

    @ParameterizedTest
    @MethodSource("threads")
    void predict_manyThreads_equalsSingleThread(ThreadFactory factory) throws Exception {
        AtomicLong wrong = new AtomicLong();
        AtomicLong done = new AtomicLong();
        try (Predictor predictor = MODEL.predictor(2);
                ExecutorService executor = Executors.newThreadPerTaskExecutor(factory)) {
            for (int thread = 0; thread < THREADS; thread++) {
                Seed seed = Seed.of(thread);
                executor.execute(() -> predictMany(predictor, seed, wrong, done));
            }
            executor.shutdown();
            assertThat(executor.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(done).hasValueGreaterThanOrEqualTo((long) THREADS * PREDICTIONS_OF_A_THREAD);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void predict_rowsOfArrays_equalsFlatRows() {
        float[][] rows = new float[300][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(EXAMPLES, row * INPUTS, (row + 1) * INPUTS);
        }
        float[][] predicted = MODEL.predictor().predict(rows);
        for (int row = 0; row < rows.length; row++) {
            assertThat(differences(predicted[row], 0, row * OUTPUTS, OUTPUTS)).isZero();
        }
    }

    @Test
    void predict_exampleOfAnotherLength_isRefused() {
        assertThatThrownBy(() -> MODEL.predictor().predict(new float[INPUTS + 1]))
                .hasMessage("an example must have 40 numbers, got 41");
        assertThatThrownBy(() -> MODEL.predictor().predict(new float[][] {new float[3]}))
                .hasMessage("an example must have 40 numbers, got 3");
        assertThatThrownBy(() -> MODEL.predictor().predict(new float[INPUTS], 2, new float[OUTPUTS]))
                .hasMessage("inputs must hold 2 rows of 40 numbers, got an array of length 40");
    }

    @Test
    void predict_moreThreadsThanWorkspaces_isRight() throws Exception {
        AtomicLong wrong = new AtomicLong();
        AtomicLong done = new AtomicLong();
        try (Predictor predictor = MODEL.predictor();
                ExecutorService executor =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int thread = 0; thread < 200; thread++) {
                int row = thread;
                executor.execute(() -> {
                    wrong.addAndGet(single(predictor, row, new float[INPUTS], new float[OUTPUTS]));
                    done.incrementAndGet();
                });
            }
        }
        assertThat(done).hasValue(200);
        assertThat(wrong).hasValue(0);
    }

    private static void predictMany(Predictor predictor, Seed seed, AtomicLong wrong, AtomicLong done) {
        float[] input = new float[INPUTS];
        float[] outputs = new float[ROWS * OUTPUTS];
        int predictions = 0;
        for (int i = 0; predictions < PREDICTIONS_OF_A_THREAD; i++) {
            if (i % 20_000 == 0) {
                predictor.predict(EXAMPLES, ROWS, outputs);
                wrong.addAndGet(differences(outputs, 0, 0, ROWS * OUTPUTS));
                predictions += ROWS;
            }
            wrong.addAndGet(single(predictor, seed.below(i, ROWS), input, outputs));
            predictions++;
        }
        done.addAndGet(predictions);
    }

    private static int single(Predictor predictor, int row, float[] input, float[] output) {
        System.arraycopy(EXAMPLES, row * INPUTS, input, 0, INPUTS);
        predictor.predict(input, output);
        return differences(output, 0, row * OUTPUTS, OUTPUTS);
    }

    private static int differences(float[] actual, int aOffset, int eOffset, int length) {
        int differences = 0;
        for (int i = 0; i < length; i++) {
            differences += actual[aOffset + i] == EXPECTED[eOffset + i] ? 0 : 1;
        }
        return differences;
    }

    private static float[] examples() {
        float[] examples = new float[ROWS * INPUTS];
        for (int i = 0; i < examples.length; i++) {
            examples[i] = (float) Seed.of(11).normal(i);
        }
        return examples;
    }

    private static Model model() {
        Network network = Network.dense(INPUTS, List.of(128), Activation.tanh(), 0, OUTPUTS);
        return new Model(network, Program.forPrediction(network, 1).initialize(Seed.of(12)), Link.SOFTMAX);
    }

    private static float[] expected() {
        float[] expected = new float[ROWS * OUTPUTS];
        try (Predictor predictor = MODEL.predictor()) {
            for (int row = 0; row < ROWS; row++) {
                float[] input = new float[INPUTS];
                System.arraycopy(EXAMPLES, row * INPUTS, input, 0, INPUTS);
                System.arraycopy(predictor.predict(input), 0, expected, row * OUTPUTS, OUTPUTS);
            }
        }
        return expected;
    }
}
