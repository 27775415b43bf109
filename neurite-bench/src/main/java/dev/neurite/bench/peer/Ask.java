package dev.neurite.bench.peer;

import java.util.List;

/// How Neurite means to stand beside some peers.
///
/// @param start    start of the names of the cases
/// @param threads  1, or 2 for any number above
/// @param against  who, for people
/// @param peers    their keys, of which the best counts
/// @param quantity what is compared
/// @param bound    of the ratio: their time divided by Neurite's is at least this, Neurite's memory divided by theirs
///                 at most
record Ask(String start, int threads, String against, List<String> peers, Quantity quantity, double bound) {
    /// What is compared; less is better.
    enum Quantity {
        TIME,
        MEMORY;

        /// That of a result; 0 where it is not known.
        double of(Result result) {
            return this == TIME ? result.microseconds() : result.peakBytes();
        }
    }

    private static final List<String> TORCH = List.of("torch", "torch-compile");
    private static final List<String> JAX_CALL = List.of("jax");
    private static final List<String> JAX_LOOP = List.of("jax-loop");
    private static final List<String> NUMPY = List.of("numpy");
    private static final List<String> EVERY = List.of("numpy", "torch", "torch-compile", "jax", "jax-loop", "dl4j");

    private static final List<String> SKLEARN = List.of("sklearn");

    static List<Ask> all() {
        return List.of(
                new Ask("gemm 512x512x512", 1, "the peak", List.of(Own.PEAK), 0.80),
                new Ask("gemm 1024x1024x1024", 1, "the peak", List.of(Own.PEAK), 0.80),
                new Ask("gemm 256x256x256", 1, "NumPy", NUMPY, 1.0),
                new Ask("gemm 128x784x512", 1, "NumPy", NUMPY, 1.0),
                new Ask("gemm 784x128x512", 1, "NumPy", NUMPY, 1.0),
                new Ask("gemm 128x512x784", 1, "NumPy", NUMPY, 1.0),
                new Ask("gemm 128x512x10", 1, "NumPy", NUMPY, 0.9),
                new Ask("gemm 512x128x10", 1, "NumPy", NUMPY, 0.9),
                new Ask("gemm 128x10x512", 1, "NumPy", NUMPY, 0.9),
                best("wide 1024-2048x3-10", 1, 1.1),
                best("mnist 784-512-256-10", 1, 1.0),
                torch("mnist 784-512-256-10", 1.25),
                best("mnist 784-800-10", 1, 1.0),
                torch("mnist 784-800-10", 1.25),
                best("mnist 784-128-10", 1, 1.05),
                torch("mnist 784-128-10", 1.5),
                best("tab 100-256x3-1", 1, 1.05),
                torch("tab 100-256x3-1", 1.3),
                torch("tab 16-64-64-2", 15),
                new Ask("tab 16-64-64-2", 1, "JAX, a call a step", JAX_CALL, 3),
                new Ask("tab 16-64-64-2", 1, "JAX, a compiled loop", JAX_LOOP, 1.2),
                torch("moons 2-10-2", 60),
                new Ask("moons 2-10-2", 1, "JAX, a call a step", JAX_CALL, 10),
                new Ask("moons 2-10-2", 1, "JAX, a compiled loop", JAX_LOOP, 2.5),
                torch("x2 1-15-1", 30),
                new Ask("x2 1-15-1", 1, "JAX, a call a step", JAX_CALL, 8),
                new Ask("x2 1-15-1", 1, "JAX, a compiled loop", JAX_LOOP, 3),
                best("wide 1024-2048x3-10", 2, 1.05),
                new Ask("wide 1024-2048x3-10", 2, "itself on one core", List.of(Own.ALONE), 1.8),
                best("mnist", 2, 1.05),
                best("tab 100-256x3-1", 2, 1.05),
                onnx("predict 16-64-64-2 b1", 20),
                onnx("predict 784-128-10 b1", 1.5),
                onnx("predict 784-512-256-10 b1", 1.0),
                onnx("predict 16-64-64-2 b10000", 1.1),
                onnx("predict 784-128-10 b10000", 1.1),
                onnx("predict 784-512-256-10 b10000", 1.1),
                new Ask("fit 105-100-2", 1, "scikit-learn", SKLEARN, 3),
                new Ask("fit 105-256-256-256-2", 1, "scikit-learn", SKLEARN, 1.5),
                new Ask("fit", 1, "scikit-learn, peak memory", SKLEARN, Quantity.MEMORY, 1.2));
    }

    private Ask(String start, int threads, String against, List<String> peers, double bound) {
        this(start, threads, against, peers, Quantity.TIME, bound);
    }

    private static Ask best(String start, int threads, double ratio) {
        return new Ask(start, threads, "the best", EVERY, ratio);
    }

    private static Ask torch(String start, double ratio) {
        return new Ask(start, 1, "PyTorch", TORCH, ratio);
    }

    private static Ask onnx(String name, double ratio) {
        return new Ask(name, 1, "ONNX Runtime from Java", List.of("onnxruntime-java"), ratio);
    }

    /// Whether it is about a case. The rows of a prediction end its name, so its name is meant as a whole.
    boolean isAbout(String name, int usedThreads) {
        boolean same = start.startsWith("predict") ? name.equals(start) : name.startsWith(start);
        return same && threads == Math.min(usedThreads, 2);
    }

    /// The ratio that the bound is about.
    double ratio(double own, double theirs) {
        return quantity == Quantity.TIME ? theirs / own : own / theirs;
    }

    boolean isMet(double ratio) {
        return quantity == Quantity.TIME ? ratio >= bound : ratio <= bound;
    }

    /// How the ratio and the bound are compared.
    String sign() {
        return quantity == Quantity.TIME ? "≥" : "≤";
    }
}
