package dev.neurite.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.loss.Link;
import dev.neurite.network.EveryLayer;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A predictor of a network of every kind of layer is shared by threads.
class EveryLayerPredictorTest {
    private static final int THREADS = 8;
    private static final int PREDICTIONS = 2000;

    @Test
    void predict_manyThreads_equalsSingleThread() throws InterruptedException {
        Network network = EveryLayer.network(12, 20, 4);
        Model model = new Model(network, Program.forPrediction(network, 1).initialize(Seed.of(1)), Link.SOFTMAX);
        AtomicInteger right = new AtomicInteger();
        try (Predictor predictor = model.predictor(2);
                ExecutorService executor =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int thread = 0; thread < THREADS; thread++) {
                Seed seed = Seed.of(thread);
                executor.execute(() -> {
                    Predictor alone = model.predictor();
                    for (int i = 0; i < PREDICTIONS; i++) {
                        float[] example = new float[12];
                        for (int j = 0; j < example.length; j++) {
                            example[j] = (float) seed.normal(i * 12L + j);
                        }
                        if (Arrays.equals(predictor.predict(example), alone.predict(example))) {
                            right.incrementAndGet();
                        }
                    }
                });
            }
            executor.shutdown();
            assertThat(executor.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(right).hasValue(THREADS * PREDICTIONS);
    }
}
