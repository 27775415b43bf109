package dev.neurite.cli;

import java.util.Map;
import java.util.TreeMap;

/// The system property `neurite.simd`, looked at before a command begins and not when it first computes.
final class KernelSetting {
    private static final Map<String, String> VALUES =
            new TreeMap<>(Map.of("auto", "", "scalar", "", "128", "", "256", "", "512", ""));

    private KernelSetting() {}

    /// Refuses a value that chooses no kernels.
    static void check() {
        Require.oneOf("-Dneurite.simd", VALUES, System.getProperty("neurite.simd", "auto"));
    }
}
