package dev.neurite.kernels;

/// How fast one core can multiply and add when nothing else holds it up: what products are measured against.
public final class ArithmeticPeak {
    private static final int ROUNDS = 20_000;
    private static final int WARM_UP = 200;

    private ArithmeticPeak() {}

    /// Billions of floating-point operations a second, the best of `samples` measurements of about 0.1 ms each; a
    /// multiply-add counts as two.
    ///
    /// @throws IllegalStateException where the Vector API is missing
    public static double gigaflops(int samples) {
        if (Kernels.vector().isEmpty()) {
            throw new IllegalStateException("ArithmeticPeak needs the Vector API: --add-modules jdk.incubator.vector");
        }
        float[] sink = new float[Simd.LENGTH];
        for (int i = 0; i < WARM_UP; i++) {
            VectorPeak.multiplyAdd(ROUNDS, sink);
        }
        double best = 0;
        for (int i = 0; i < samples; i++) {
            long start = System.nanoTime();
            VectorPeak.multiplyAdd(ROUNDS, sink);
            double operations = 2.0 * ROUNDS * VectorPeak.CHAINS * Simd.LENGTH;
            best = Math.max(best, operations / (System.nanoTime() - start));
        }
        return best;
    }
}
