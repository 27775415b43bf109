package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JVMs that lack what makes arithmetic fast: they say so once, and give the same bits.
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
class MissingHardwareTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @TempDir
    private static Path folder;

    private static byte[] expected;

    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    static void train() throws IOException {
        Path model = folder.resolve("expected.onnx");
        Cli.run(arguments(model, 1)).isDone();
        expected = Files.readAllBytes(model);
    }

    private static Object[] arguments(Path model, int threads) {
        return new Object[] {
            "train", Cli.PENGUINS, "--target", "species", "--epochs", 3, "--threads", threads, "--out", model, "--quiet"
        };
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseSerialGC, The Vector API is missing",
        VECTORS + " -XX:-UseFMA, This processor has no fused multiply-add",
        VECTORS + " -XX:UseAVX=0, This processor has no fused multiply-add"
    })
    void train_withoutWhatMakesItFast_givesTheSameModelAndSaysSoOnce(String flags, String said) throws Exception {
        Path model = folder.resolve("model.onnx");
        Run run = run(flags, arguments(model, 1));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().split(said, -1)).as(run.err()).hasSize(2);
        assertThat(model).hasBinaryContent(expected);
    }

    @Test
    void train_onMoreThreadsThanCores_givesTheSameModelAndSaysNothing() throws Exception {
        Path model = folder.resolve("model.onnx");
        Run run = run(VECTORS, arguments(model, 4 * Runtime.getRuntime().availableProcessors() + 1));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines()).containsExactly("WARNING: Using incubator modules: jdk.incubator.vector");
        assertThat(model).hasBinaryContent(expected);
    }

    @Test
    void bench_withoutTheVectorApi_measuresAndPrintsNothingElse() throws Exception {
        Run run = run("-XX:+UseSerialGC", "bench", "--json", "--case", "moons", "--seconds", "0.01");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).singleElement().asString().startsWith("{\"case\":\"moons 2-10-2 b100 sgd ce\",");
        assertThat(run.err().split("The Vector API is missing", -1)).hasSize(2);
    }

    @Test
    void roofline_withoutTheVectorApi_saysWhatItNeeds() throws Exception {
        Run run = run("-XX:+UseSerialGC", "bench", "--roofline", "--out", folder.resolve("roofline.md"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("\nneurite: --roofline needs the Vector API; start the JVM with"
                        + " --add-modules jdk.incubator.vector.\n");
    }

    private static Run run(String flags, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exitCode = process.waitFor();
        return new Run(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
