package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The same seed and data give the same parameters, bit for bit, for any number of threads and any SIMD width.
class SameBitsTest {
    private static final int STEPS = 300;

    @Test
    void training_anyThreadsAndWidth_givesTheSameBits() throws Exception {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String simd : new String[] {"512", "256", "128", "scalar"}) {
            hashes.put(simd + ", 2 threads", run(simd, 2));
        }
        hashes.put("auto, 1 thread", run("auto", 1));
        hashes.put("auto, 4 threads", run("auto", 4));
        assertThat(hashes.values())
                .as("hash by width and threads: %s", hashes)
                .containsOnly(hashes.get("512, 2 threads"));
    }

    /// The JVM ends by itself when `main` returns, though the predictor of [BitsMain] was never closed.
    private static String run(String simd, int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dneurite.simd=" + simd,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BitsMain.class.getName(),
                        Integer.toString(threads),
                        Integer.toString(STEPS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output.strip();
    }
}
