package dev.neurite.textbook;

/// Momentum that remembers the last step of a parameter p with gradient g:
///
/// ```text
/// v ← momentum·v − learningRate·g
/// p ← p + v
/// ```
///
/// While the learning rate stays the same this is [TextbookSgd], whose v is this v divided by −learningRate. When it
/// changes, this form keeps the speed it had, and that one changes it at once. Polyak 1964, "Some methods of speeding
/// up the convergence of iteration methods".
final class TextbookMomentum implements TextbookOptimizer {
    private final double momentum;
    private final double[] v;

    TextbookMomentum(double momentum, int parameters) {
        this.momentum = momentum;
        this.v = new double[parameters];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        for (int i = 0; i < p.length; i++) {
            v[i] = momentum * v[i] - learningRate * g[i];
            p[i] += v[i];
        }
    }
}
