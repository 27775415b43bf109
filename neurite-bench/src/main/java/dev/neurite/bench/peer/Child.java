package dev.neurite.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process whose output is read; it ends with this JVM.
final class Child {
    private static final int PATIENCE = 15;

    private Child() {}

    /// The lines that a command prints.
    ///
    /// @param threads what native libraries are told, by the variable that they read
    /// @throws IOException if it does not start, fails or takes longer than 15 minutes; its last error is the
    /// message
    static List<String> run(List<String> command, int threads) throws IOException, InterruptedException {
        Path output = Files.createTempFile("neurite-peer", ".txt");
        Path errors = Files.createTempFile("neurite-peer", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
            Process process = builder.start();
            await(process);
            List<String> said = lines(errors);
            if (process.exitValue() != 0) {
                throw new IOException(said.isEmpty() ? "exit code " + process.exitValue() : said.getLast());
            }
            return lines(output);
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

    private static void await(Process process) throws InterruptedException {
        Thread atEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                process.waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } finally {
            process.destroyForcibly();
        }
    }
}
