package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `inspect --batch-size` says.
class MemoryTest {
    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void train() {
        model = folder.resolve("model.onnx");
        Cli.run("train", Cli.PENGUINS, "--target", "species", "--hidden", 20, "--epochs", 1, "--out", model)
                .isDone();
    }

    /// 14 inputs by 20 units, in rows of 32, and 20 by 3, in rows of 16: 4·(14·32 + 32 + 20·16 + 16) bytes. A batch
    /// of 10 has rows of 16, 32 and 16 numbers, and deltas of as many; sums are two doubles of 20.
    @Test
    void inspect_withABatchSize_showsTheMemoryOfTraining() {
        Cli.Run run = Cli.run("inspect", model, "--batch-size", 10).isDone();

        assertThat(run.out()).contains("as 14 inputs");
        assertThat(run.out()).contains("""
                Memory of training in batches of 10 rows
                  parameters  3,264 bytes
                  gradients   3,264 bytes
                  workspace   5,440 bytes
                """);
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("  6,528 bytes  18.5 kB  adam, adamw, "))
                .anyMatch(line -> line.startsWith("      0 bytes  12.0 kB  sgd"));
    }

    @Test
    void inspect_withoutABatchSize_saysNothingOfMemory() {
        assertThat(Cli.run("inspect", model).isDone().out()).doesNotContain("Memory");
    }

    @Test
    void inspect_withAnImpossibleBatchSize_isRefused() {
        Cli.run("inspect", model, "--batch-size", 0).isRefusedWith("--batch-size must be positive, got 0.");
        Cli.Run run = Cli.run("inspect", model, "--batch-size", 2_000_000_000);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("neurite: --batch-size must be small enough for the values of a batch to fit into one array,"
                        + " got 2000000000.\n");
    }
}
