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
        return Choice.HAS_VECTORS ? Optional.of(VectorKernels.INSTANCE) : Optional.empty();
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

    private static boolean hasVectors() {
        if (setting().equals("scalar")) {
            return false;
        }
        if (setting().equals("auto") && !Fma.IN_HARDWARE) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "This processor has no fused multiply-add, so plain Java does the arithmetic, several times slower.");
            return false;
        }
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        if (!present) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The Vector API is missing, so plain Java does the arithmetic, several times slower; "
                            + "start the JVM with --add-modules {0}.",
                    MODULE);
        }
        return present;
    }

    /// Without a wish, vectors are loaded and compiled only once there is enough work for them.
    private static Kernels choose(boolean hasVectors) {
        if (!hasVectors) {
            return ScalarKernels.INSTANCE;
        }
        return setting().equals("auto") ? WarmingKernels.INSTANCE : VectorKernels.INSTANCE;
    }

    /// Holder: chosen at first use.
    private static final class Choice {
        static final boolean HAS_VECTORS = hasVectors();
        static final Kernels BEST = choose(HAS_VECTORS);
    }
}
