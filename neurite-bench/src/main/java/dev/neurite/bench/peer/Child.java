package dev.neurite.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process whose output is read; it ends with this JVM.
final class Child {
    private static final int PATIENCE = 15;
    private static final int POLL_MILLISECONDS = 20;
    private static final String PEAK = "VmHWM:";

    private Child() {}

    /// What came of a process.
    ///
    /// @param lines     that it printed
    /// @param peakBytes the most memory that it held, as Linux counts it (`VmHWM`, looked at every 20
    /// milliseconds); 0
    ///                  where the system does not tell
    record Outcome(List<String> lines, long peakBytes) {}

    /// Runs a command to its end.
    ///
    /// @param threads what native libraries are told, by the variable that they read
    /// @throws IOException if it does not start, fails or takes longer than 15 minutes; its last error is the
    /// message
    static Outcome run(List<String> command, int threads) throws IOException, InterruptedException {
        Path output = Files.createTempFile("neurite-peer", ".txt");
        Path errors = Files.createTempFile("neurite-peer", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
            Process process = builder.start();
            long peakBytes = await(process);
            List<String> said = lines(errors);
            if (process.exitValue() != 0) {
                throw new IOException(said.isEmpty() ? "exit code " + process.exitValue() : said.getLast());
            }
            return new Outcome(lines(output), peakBytes);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static long await(Process process) throws InterruptedException {
        Thread atEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            long peakBytes = watch(process);
            Runtime.getRuntime().removeShutdownHook(atEnd);
            return peakBytes;
        } finally {
            process.destroyForcibly();
        }
    }

    private static long watch(Process process) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE);
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        long peakBytes = 0;
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            peakBytes = Math.max(peakBytes, peakBytes(status));
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                process.waitFor();
            }
        }
        return peakBytes;
    }

    private static long peakBytes(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line ->
                            line.substring(PEAK.length(), line.indexOf("kB")).strip())
                    .mapToLong(kilobytes -> 1024 * Long.parseLong(kilobytes))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // another system, or the process has just ended
        }
    }
}
