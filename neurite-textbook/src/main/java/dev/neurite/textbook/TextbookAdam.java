package dev.neurite.textbook;

import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import dev.neurite.optimize.Adam;

/// Adam, Kingma and Ba 2015, algorithm 1. For each parameter p with gradient g, in step t = 1, 2, …:
///
/// ```text
/// g ← g + weightDecay·p                  L2 penalty, or
/// p ← p − learningRate·weightDecay·p     decoupled decay (AdamW, Loshchilov and Hutter 2019, algorithm 2)
/// m ← β₁·m + (1 − β₁)·g                  mean of the gradient
/// v ← β₂·v + (1 − β₂)·g²                 mean of its square
/// p ← p − learningRate·m̂ / (√v̂ + ε)      with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ)
/// ```
///
/// m and v start at 0; m̂ and v̂ correct for that.
final class TextbookAdam implements TextbookOptimizer {
    private final Adam rule;
    private final boolean[] decays;
    private final double[] m;
    private final double[] v;
    private int t;

    TextbookAdam(Adam rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
        this.v = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        t++;
        for (int i = 0; i < p.length; i++) {
            double decay = decays[i] ? rule.weightDecay() * p[i] : 0;
            double gi = rule.decoupled() ? g[i] : g[i] + decay;
            p[i] -= rule.decoupled() ? learningRate * decay : 0;
            p[i] -= learningRate * direction(i, gi);
        }
    }

    private double direction(int i, double gi) {
        m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * gi;
        v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * gi * gi;
        double mHat = m[i] / (1 - pow(rule.beta1(), t));
        double vHat = v[i] / (1 - pow(rule.beta2(), t));
        return mHat / (sqrt(vHat) + rule.epsilon());
    }
}
