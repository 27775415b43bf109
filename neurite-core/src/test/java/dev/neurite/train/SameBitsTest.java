package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The same seed and data give the same parameters, bit for bit, for any number of threads and any SIMD width: for
/// dense layers, for every kind of layer with every optimizer and with momentum, decay, clipping, accumulation and
/// averages, and for L-BFGS.
class SameBitsTest {
    @Test
    void training_anyThreadsAndWidth_givesTheSameBits() throws Exception {
        List<String> expected = run("512", 2);
        assertThat(expected).hasSize(BitsMain.LINES).doesNotHaveDuplicates();
        for (String simd : new String[] {"256", "128", "scalar"}) {
            assertThat(run(simd, 2)).as("width %s", simd).isEqualTo(expected);
        }
        for (int threads : new int[] {1, 4}) {
            assertThat(run("auto", threads)).as("%d threads", threads).isEqualTo(expected);
        }
    }

    /// The lines of [BitsMain]. The JVM ends by itself when `main` returns, though no predictor was ever closed.
    private static List<String> run(String simd, int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dneurite.simd=" + simd,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BitsMain.class.getName(),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output.lines().toList();
    }
}
