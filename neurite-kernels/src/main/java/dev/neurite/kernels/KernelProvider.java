package dev.neurite.kernels;

import java.util.Optional;

/// Chooses the kernels of this machine, once, and says why when it is not the fast ones.
final class KernelProvider {
    private static final System.Logger LOG = System.getLogger(KernelProvider.class.getName());
    private static final String PROPERTY = "neurite.simd";
    private static final String MODULE = "jdk.incubator.vector";

    private KernelProvider() {}

    static Kernels best() {
        return Choice.BEST;
    }

    static Optional<Kernels> vector() {
        return Choice.VECTOR;
    }

    /// The width that the property asks for, or the largest that the machine has below it.
    ///
    /// @param preferredBits the machine's width
    static int chosenBits(int preferredBits) {
        int largest = Math.clamp(preferredBits, 128, 512);
        String wanted = setting();
        if (wanted.equals("auto")) {
            return largest;
        }
        int bits = Integer.parseInt(wanted);
        if (bits > largest) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}={1} is more than this machine has, so vectors of {2} bits are used.",
                    PROPERTY,
                    wanted,
                    String.valueOf(largest));
        }
        return Math.min(bits, largest);
    }

    private static String setting() {
        String value = System.getProperty(PROPERTY, "auto");
        return switch (value) {
            case "auto", "scalar", "128", "256", "512" -> value;
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + " must be one of auto, scalar, 128, 256, 512, got " + value);
        };
    }

    private static Optional<Kernels> choose() {
        if (setting().equals("scalar")) {
            return Optional.empty();
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The Vector API is missing, so plain Java does the arithmetic, several times slower; "
                            + "start the JVM with --add-modules {0}.",
                    MODULE);
            return Optional.empty();
        }
        return Optional.of(VectorKernels.INSTANCE);
    }

    /// Holder: chosen at first use.
    private static final class Choice {
        static final Optional<Kernels> VECTOR = choose();
        static final Kernels BEST = VECTOR.isEmpty()
                ? ScalarKernels.INSTANCE
                : setting().equals("auto") ? WarmingKernels.INSTANCE : VectorKernels.INSTANCE;
    }
}
