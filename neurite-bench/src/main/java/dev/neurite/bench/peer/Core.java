package dev.neurite.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keeps a process on one core of several, where the system has `taskset`.
final class Core {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Core() {}

    /// What to write before a command: nothing where it cannot be kept, or there is one core anyway.
    static List<String> prefix() {
        String core = last();
        boolean can = Runtime.getRuntime().availableProcessors() > 1 && !core.isEmpty() && isInstalled();
        return can ? List.of("taskset", "-c", core) : List.of();
    }

    /// A command on one core.
    static List<String> pinned(List<String> command) {
        List<String> pinned = new ArrayList<>(prefix());
        pinned.addAll(command);
        return pinned;
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "taskset"))) {
                return true;
            }
        }
        return false;
    }

    /// The last core that this process may use; the first is where a system does its own work.
    private static String last() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(ALLOWED))
                    .map(line -> line.substring(ALLOWED.length()).strip())
                    .map(list -> list.substring(Math.max(list.lastIndexOf('-'), list.lastIndexOf(',')) + 1))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
