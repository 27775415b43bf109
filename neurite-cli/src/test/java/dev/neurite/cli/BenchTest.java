package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
    @Test
    void bench_asJson_printsOneObjectACase() {
        Cli.Run run = Cli.run("bench", "--json", "--case", "moons", "--case", "x2", "--threads", 2, "--seconds", 0.01)
                .isDone();

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(2);
        JsonNode first =
                JsonMapper.shared().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(first.propertyNames()).containsExactly("case", "us", "gflops", "threads");
        assertThat(first.get("case").asString()).isEqualTo("x2 1-15-1 b1000 sgd mse");
        assertThat(first.get("us").asDouble()).isPositive();
        assertThat(first.get("gflops").asDouble()).isPositive();
        assertThat(first.get("threads").asInt()).isEqualTo(2);
    }

    @Test
    void bench_withoutPeers_printsItsOwnTimesAndWritesThePage(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Cli.Run run = Cli.run(
                        "bench",
                        "--case",
                        "moons",
                        "--seconds",
                        0.01,
                        "--rounds",
                        1,
                        "--python",
                        "no-such-python",
                        "--jars",
                        folder,
                        "--out",
                        page)
                .isDone();

        assertThat(run.err()).matches("moons 2-10-2 b100 sgd ce: Neurite, [\\d.]+ µs\n");
        assertThat(run.out()).startsWith("  case ").contains("\n  moons 2-10-2 b100 sgd ce  Neurite  ");
        assertThat(page)
                .content()
                .startsWith("# Benchmarks\n")
                .contains("`neurite bench --threads 1 --seconds 0.01 --rounds 1`", "| JVM |");
        assertThat(Cli.files(folder)).containsExactly("page.md");
    }

    @Test
    void bench_unknownCase_isRefusedWithTheKnownOnes() {
        Cli.Run run = Cli.run("bench", "--case", "iris");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("neurite: --case must be the start of one of x2 1-15-1 b1000 sgd mse, ")
                .contains("mnist 784-512-256-10 b128 adam ce", "gemm 512x512x512", "predict 784-128-10 b1,")
                .endsWith(", got iris.\n");
    }

    @Test
    void bench_rooflineOfSomeCases_isRefused() {
        Cli.run("bench", "--roofline", "--case", "gemm")
                .isRefusedWith("--roofline measures everything on one core; --seconds and --out go with it.");
    }

    @Test
    void bench_badNumbers_areRefused() {
        Cli.run("bench", "--rounds", 0).isRefusedWith("--rounds must be positive, got 0.");
        Cli.run("bench", "--threads", 0).isRefusedWith("--threads must be between 1 and 256, got 0.");
        Cli.run("bench", "--seconds", 0).isRefusedWith("--seconds must be positive, got 0.");
        Cli.run("bench", "--seconds", "NaN").isRefusedWith("--seconds must be positive, got NaN.");
    }
}
