package dev.neurite.kernels;

import java.util.Optional;

/// The vocabulary of array loops. Implementations differ in speed only: every method gives the same bits in all
/// of them.
///
/// Slices are written as array, offset, length. Functions may work in place (`y` is `x` at the same offset); otherwise
/// arrays do not overlap. NaN goes in, NaN comes out, so that divergence is seen. Magnitudes below [#TINY] become 0
/// where they arise (deltas, moments, exponentials): arithmetic on denormal numbers is slow.
public sealed interface Kernels permits ScalarKernels, VectorKernels, WarmingKernels {
    /// Magnitudes below this become 0 where denormal numbers would arise later: deltas, moments, exponentials.
    float TINY = 0x1p-100f;

    /// The fastest kernels of this machine, chosen once; the system property `neurite.simd` (`auto`, `scalar`,
    /// `128`, `256` or `512`) forces a choice.
    static Kernels best() {
        return KernelProvider.best();
    }

    /// The reference in plain Java.
    static Kernels scalar() {
        return ScalarKernels.INSTANCE;
    }

    /// The Vector API twin, empty where the module `jdk.incubator.vector` is missing or `neurite.simd` is `scalar`.
    static Optional<Kernels> vector() {
        return KernelProvider.vector();
    }

    /// Waits until the loops that are being compiled in the background have changed over to vectors: for
    /// measurements of time or allocation, since results do not depend on it.
    static void awaitWarmUp() throws InterruptedException {
        WarmUp.await();
    }

    /// What these kernels are, for people: `scalar`, or `Vector API, 512 bits`.
    String description();

    /// `x[i] += y[i]`.
    void add(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `max(x, 0)`; 0 for -0.
    void relu(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `x > 0 ? x : slope·x`.
    void leakyRelu(float[] x, int xOffset, float[] y, int yOffset, int length, float slope);

    /// `x > 0 ? x : alpha·(exp(x) - 1)`, Clevert et al. 2016.
    void elu(float[] x, int xOffset, float[] y, int yOffset, int length, float alpha);

    /// `λ·(x > 0 ? x : α·(exp(x) - 1))` with the constants of Klambauer et al. 2017.
    void selu(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `x·Φ(x)` with the exact normal distribution function Φ, Hendrycks and Gimpel 2016; 0 at -∞.
    void gelu(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `x / (1 + exp(-x))`, Ramachandran et al. 2017; 0 at -∞.
    void silu(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `½x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))`, Hendrycks and Gimpel 2016; 0 at -∞.
    void geluTanh(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `x·tanh(log(1 + exp(x)))`, Misra 2019; 0 at -∞.
    void mish(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `log(1 + exp(x))`.
    void softplus(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// Hyperbolic tangent.
    void tanh(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `1 / (1 + exp(-x))`.
    void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `e^x`; 0 below 2⁻¹⁰⁰, ∞ on overflow.
    void exp(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// Natural logarithm; -∞ at 0, NaN below.
    void log(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// Error function `2/√π ∫₀ˣ exp(-t²) dt`.
    void erf(float[] x, int xOffset, float[] y, int yOffset, int length);

    /// `delta = y ≤ 0 ? 0 : delta`, of the output `y` of [#relu]; the derivative at 0 is 0.
    void reluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= y > 0 ? 1 : slope`, of the output `y` of [#leakyRelu]; `slope` must not be negative.
    void leakyReluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float slope);

    /// `delta *= y > 0 ? 1 : y + alpha`, of the output `y` of [#elu]; `alpha` must not be negative.
    void eluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length, float alpha);

    /// `delta *= y > 0 ? λ : y + λα`, of the output `y` of [#selu].
    void seluGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= Φ(z) + z·φ(z)`, of the input `z` of [#gelu].
    void geluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= σ(z)·(1 + z·(1 - σ(z)))`, of the input `z` of [#silu].
    void siluGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= ` the derivative of [#geluTanh] at its input `z`.
    void geluTanhGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= ` the derivative of [#mish] at its input `z`.
    void mishGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= σ(z)`, of the input `z` of [#softplus].
    void softplusGradient(float[] z, int zOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= 1 - exp(y)`, of `y = log σ(z)`, which is not positive.
    void logSigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= 1 - y²`, of the output `y` of [#tanh].
    void tanhGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length);

    /// `delta *= y·(1 - y)`, of the output `y` of [#sigmoid].
    void sigmoidGradient(float[] y, int yOffset, float[] delta, int deltaOffset, int length);

    /// `sums[offset + j] = Σᵢ x[i][j]` over the first `rows` rows in ascending order, starting from 0: the gradient
    /// of a bias. The slice of `sums` is padded as a row of `x` is, and its padding is set to 0.
    void columnSums(int rows, Matrix x, float[] sums, int offset);

    /// `y[i] = keep ? x[i]·scale : 0`, where element i is kept iff
    /// `hash(key0, key1, counter + i) >>> 8 ≥ threshold`.
    ///
    /// The same call applied to the deltas gives the backward pass. `hash` is twice the 32-bit mixer `lowbias32`
    /// (Wellons 2018, <https://github.com/skeeto/hash-prospector>), each time after its key was mixed in.
    ///
    /// @param threshold probability of dropping an element times 2²⁴
    void dropout(
            float[] x,
            int xOffset,
            float[] y,
            int yOffset,
            int length,
            int key0,
            int key1,
            int counter,
            int threshold,
            float scale);

    /// One step of stochastic gradient descent on the slice `[from, to)`, as `torch.optim.SGD` defines it:
    /// `g = gradient + weightDecay·p`, `v = firstStep ? g : momentum·v + (1 - dampening)·g`,
    /// `p -= learningRate·(nesterov ? g + momentum·v : v)`. Gradients are not modified.
    ///
    /// @param velocity may be empty when `momentum` is 0: then `p -= learningRate·g`
    void sgd(
            float[] parameters,
            float[] gradients,
            float[] velocity,
            int from,
            int to,
            float learningRate,
            float momentum,
            float dampening,
            boolean nesterov,
            float weightDecay,
            boolean firstStep);

    /// One step of Adam or AdamW on the slice `[from, to)`: `m = β₁m + (1-β₁)g`, `v = β₂v + (1-β₂)g²`,
    /// `p -= (learningRate/correction1)·m / (√v/√correction2 + ε)`, with the weight decay of [AdamStep] before.
    void adam(
            float[] parameters,
            float[] gradients,
            float[] firstMoments,
            float[] secondMoments,
            int from,
            int to,
            AdamStep step);

    /// `Σ x[i]²` in double: lane `i mod 16` sums its elements in ascending order, and the 16 lanes are added
    /// pairwise (j with j+8, then j+4, j+2, j+1).
    double sumOfSquares(float[] x, int offset, int length);

    /// Whether no element is NaN or infinite.
    boolean allFinite(float[] x, int offset, int length);

    /// `x[i] *= factor`.
    void scale(float[] x, int offset, int length, float factor);
}
