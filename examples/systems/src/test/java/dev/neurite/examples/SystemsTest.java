package dev.neurite.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The described systems run to their end and learn what they are meant to learn.
class SystemsTest {
    @TempDir
    private Path folder;

    private Recording run(Example example, String... pictures) {
        Recording recording = Recording.of(example, folder);
        assertThat(recording.pictures()).containsExactly(pictures);
        for (String picture : pictures) {
            assertThat(folder.resolve(picture + ".png")).isNotEmptyFile();
        }
        return recording;
    }

    @Test
    void system000_onItsData_fitsTheParabola() {
        Recording recording = run(new System000(), "000-loss", "000-fit");
        assertThat(recording.events()).isGreaterThan(2500);
        double[] first = recording.numbers("Loss of epoch 1:");
        double[] last = recording.numbers("Loss of epoch 2500:");
        assertThat(last[0]).isLessThan(first[0] / 100);
        assertThat(last[1]).isLessThan(first[1] / 50);
        // x² has mean 33 and variance 889 between -10 and 10
        assertThat(recording.numbers("Mean squared error between -10 and 10:")[0])
                .isLessThan(889 * 0.02);
    }

    @Test
    void system001_itsFourChecks_pass() {
        Recording recording = run(new System001(), "001-activation", "001-sigmoid", "001-loss", "001-boundary");
        assertThat(recording.numbers("Sigmoid recovered by a 1-2 network: largest difference")[0])
                .isLessThan(1e-6);
        assertThat(recording.numbers("Sum of the 10 probabilities of a 500-100-50-40-10 network:")[0])
                .isBetween(1 - 1e-6, 1 + 1e-6);
        assertThat(recording.lines().stream().filter(line -> line.startsWith("d")))
                .hasSize(8)
                .allSatisfy(line ->
                        assertThat(Double.parseDouble(line.substring(4))).isLessThan(1e-7));
        assertThat(recording.numbers("Two moons, epoch 300: loss")[0]).isLessThan(0.1);
        assertThat(recording.lines()).contains("Two moons: 100 of 100 points right");
    }

    @Test
    void system002_bothTasks_areLearned() {
        Recording recording = run(new System002(), "002-optimizers");
        double[] classification = recording.numbers("Classification, loss of each epoch:");
        assertThat(classification).hasSize(20);
        assertThat(classification[19]).isLessThan(0.4);
        assertThat(recording.numbers("Accuracy on 240 other rows:")[0]).isGreaterThan(0.8);
        double[] regression = recording.numbers("Regression, loss of each epoch:");
        assertThat(regression[19]).isLessThan(regression[0] / 10);
        assertThat(recording.lines()).contains("93 parameters flattened and restored: the same model? true");
    }

    @Test
    void system003_bothActivations_learnTheFourClouds() {
        Recording recording = run(new System003(), "003-loss", "003-boundary");
        List<double[]> shown = recording.lines().stream()
                .filter(line -> line.startsWith("Iteration = "))
                .map(Recording::numbersIn)
                .toList();
        assertThat(shown).hasSize(24);
        assertThat(shown.get(0)[0]).isEqualTo(1);
        assertThat(shown.get(11)[0]).isEqualTo(2751);
        assertThat(shown.get(11)[1]).isGreaterThan(0.97);
        assertThat(shown.get(23)[1]).isGreaterThan(0.95);
        // p − t for p = (5, 7, 3)/15 and the first class
        assertThat(recording.numbers("dL/dz = -1/p[0] dp[0]/dz")).containsExactly(-0.66667, 0.46667, 0.2);
        assertThat(recording.numbers("Jacobian dp[1]/dz")).containsExactly(-0.15556, 0.24889, -0.09333);
    }

    @Test
    void system004_onItsData_givesEachPointItsClass() {
        Recording recording = run(new System004(), "004-loss", "004-boundary");
        // three equal probabilities at the start: the loss is log 3
        assertThat(recording.numbers("Loss at iteration 0:")[0]).isBetween(1.0985, 1.0987);
        assertThat(recording.numbers("Loss at iteration 9000:")[0]).isLessThan(0.02);
        List<double[]> rows = recording.lines().stream()
                .filter(line -> line.startsWith("[") && line.contains("e"))
                .map(Recording::numbersIn)
                .toList();
        assertThat(rows).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(rows.get(i)).hasSize(3);
            assertThat(rows.get(i)[i % 2]).isGreaterThan(0.9);
        }
    }

    @Test
    void all_examples_haveNamesOfTheirOwnAndTitles() {
        assertThat(Example.all()).extracting(Example::name).doesNotHaveDuplicates();
        assertThat(Example.all())
                .allSatisfy(example -> assertThat(example.title()).isNotBlank());
    }
}
