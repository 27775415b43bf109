package dev.neurite.textbook;

import static java.lang.Math.sqrt;

import dev.neurite.optimize.RmsProp;

/// RMSprop, Tieleman and Hinton 2012, lecture 6.5. For each parameter p with gradient g:
///
/// ```text
/// g ← g + weightDecay·p
/// v ← α·v + (1 − α)·g²
/// a ← α·a + (1 − α)·g                    only if centered, else a = 0
/// d = g / (√(v − a²) + ε)
/// b ← momentum·b + d
/// p ← p − learningRate·b
/// ```
final class TextbookRmsProp implements TextbookOptimizer {
    private final RmsProp rule;
    private final boolean[] decays;
    private final double[] v;
    private final double[] a;
    private final double[] b;

    TextbookRmsProp(RmsProp rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.v = new double[decays.length];
        this.a = new double[decays.length];
        this.b = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            b[i] = rule.momentum() * b[i] + direction(i, gi);
            p[i] -= learningRate * b[i];
        }
    }

    private double direction(int i, double gi) {
        v[i] = rule.alpha() * v[i] + (1 - rule.alpha()) * gi * gi;
        a[i] = rule.centered() ? rule.alpha() * a[i] + (1 - rule.alpha()) * gi : 0;
        return gi / (sqrt(v[i] - a[i] * a[i]) + rule.epsilon());
    }
}
