package dev.neurite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that draw: what a step draws follows from the seed, the place and the step.
class RandomLayersTest {
    private static final int ROWS = 400;
    private static final int COLUMNS = 100;

    static Stream<Layer> layers() {
        return Stream.of(new Dropout(0.3), new AlphaDropout(0.3), new GaussianNoise(0.5));
    }

    /// The output for standard normal inputs.
    private static double[] output(long seed, long step, Layer... layers) {
        Program program = Program.forTraining(Network.of(COLUMNS, layers), ROWS);
        Workspace workspace = program.workspace(new float[0], new float[1]);
        workspace.resize(ROWS);
        workspace.at(Seed.of(seed), step);
        Rows input = workspace.values(program.input());
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            input.data()[input.row(i / COLUMNS) + i % COLUMNS] =
                    (float) Seed.of(9).normal(i);
        }
        program.forward(workspace);
        Rows output = workspace.values(program.output());
        double[] numbers = new double[ROWS * COLUMNS];
        Arrays.setAll(numbers, i -> output.at(i / COLUMNS, i % COLUMNS));
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void forward_anotherStepSeedOrPlace_drawsAnew(Layer layer) {
        double[] drawn = output(1, 0, layer);
        assertThat(output(1, 0, layer)).containsExactly(drawn);
        assertThat(output(1, 1, layer)).isNotEqualTo(drawn);
        assertThat(output(2, 0, layer)).isNotEqualTo(drawn);
        double[] twice = output(1, 0, layer, layer);
        assertThat(twice).isNotEqualTo(drawn);
    }

    @Test
    void alphaDropout_ofStandardNormalNumbers_keepsMeanAndVariance() {
        double[] numbers = output(3, 5, new AlphaDropout(0.2));
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double square = Arrays.stream(numbers).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(square - mean * mean).isCloseTo(1, within(0.03));
    }

    @Test
    void gaussianNoise_difference_isNormalWithItsDeviation() {
        double[] noisy = output(3, 5, new GaussianNoise(0.5));
        double[] plain = output(3, 5, new GaussianNoise(0));
        double[] noise = new double[noisy.length];
        Arrays.setAll(noise, i -> noisy[i] - plain[i]);
        assertThat(Arrays.stream(noise).average().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(noise).map(n -> n * n).average().orElseThrow()).isCloseTo(0.25, within(0.005));
        assertThat(Arrays.stream(noise).filter(n -> Math.abs(n) < 0.5).count() / (double) noise.length)
                .isCloseTo(0.6827, within(0.01));
    }
}
