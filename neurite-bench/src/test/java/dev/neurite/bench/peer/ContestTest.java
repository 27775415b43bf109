package dev.neurite.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnxruntime.OrtEnvironment;
import dev.neurite.bench.Benchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Processes that take turns; what they find out about time is of no interest here.
@DisabledOnOs(OS.WINDOWS)
class ContestTest {
    private static final List<Benchmark> MOONS = Benchmark.startingWith(List.of("moons"));

    @TempDir
    private Path folder;

    private static Comparison run(String python, Path jars, List<Benchmark> benchmarks) throws Exception {
        return new Contest(1, 0.01, 1, python, jars).run(benchmarks, line -> {});
    }

    @Test
    void run_withoutAnyPeer_measuresNeurite() throws Exception {
        Comparison comparison = run("no-such-python", folder.resolve("none"), MOONS);

        assertThat(comparison.results()).extracting(Result::program).containsExactly("Neurite");
        assertThat(comparison.results().getFirst().microseconds()).isPositive();
        assertThat(comparison.failures()).isEmpty();
    }

    @Test
    void run_ofAProduct_measuresThePeakToo() throws Exception {
        Comparison comparison = run("no-such-python", folder, Benchmark.startingWith(List.of("gemm 512x128x10")));

        assertThat(comparison.results()).extracting(Result::key).containsExactly("neurite", "peak");
    }

    /// A script stands for the interpreter.
    @Test
    void run_withPython_asksItsLibraries() throws Exception {
        Path python = script("""
                #!/bin/sh
                if [ "$2" = list ]; then
                    printf 'torch\\tPyTorch 9\\nsklearn\\tscikit-learn 9\\njax\\tJAX 9\\n'
                elif [ "$2" = jax ]; then
                    echo 'no such device' >&2
                    exit 1
                else
                    echo chatter
                    printf '%s\\t%s\\t%s\\n' "$2" "$3" "12.5"
                fi
                """);

        Comparison comparison = run(python.toString(), folder, MOONS);

        assertThat(comparison.results())
                .filteredOn(result -> !result.key().equals("neurite"))
                .extracting(Result::program, Result::microseconds)
                .containsExactly(tuple("PyTorch 9", 12.5));
        assertThat(comparison.failures()).containsExactly("moons 2-10-2 b100 sgd ce, JAX 9: no such device");
    }

    @Test
    void run_withTheJarOfOnnxRuntime_measuresItOnTheSameModel() throws Exception {
        Path jar = Path.of(OrtEnvironment.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Benchmark> prediction =
                List.of(Benchmark.startingWith(List.of("predict 16-64-64-2 b1")).getFirst());

        Comparison comparison = run("no-such-python", jar.resolveSibling("."), prediction);

        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.results()).extracting(Result::key).containsExactly("neurite", "onnxruntime-java");
        assertThat(comparison.asks()).hasSize(1);
    }

    @Test
    void child_thatFails_givesItsLastError() throws IOException {
        Path program = script("#!/bin/sh\necho first >&2\necho second >&2\nexit 3\n");
        assertThatThrownBy(() -> Child.run(List.of(program.toString()), 1))
                .isInstanceOf(IOException.class)
                .hasMessage("second");
    }

    @Test
    void child_ofOneThread_isTold() throws Exception {
        Path program = script("#!/bin/sh\necho $OMP_NUM_THREADS\n");
        assertThat(Child.run(List.of(program.toString()), 3).lines()).containsExactly("3");
    }

    /// A process that holds 40 MB of text in a variable of the shell, and lives long enough to be looked at.
    @Test
    @EnabledOnOs(OS.LINUX)
    void child_thatHoldsMemory_isSeenToHoldIt() throws Exception {
        Path program = script("#!/bin/sh\ntext=$(head -c 40000000 /dev/zero | tr '\\0' x)\nsleep 0.3\n");
        assertThat(Child.run(List.of(program.toString()), 1).peakBytes()).isBetween(40_000_000L, 400_000_000L);
    }

    @Test
    void pinned_command_endsWithTheCommand() {
        List<String> expected = new ArrayList<>(Core.prefix());
        expected.add("true");
        assertThat(Core.pinned(List.of("true"))).isEqualTo(expected);
    }

    private Path script(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
