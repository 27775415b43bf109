package dev.neurite.textbook;

import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import dev.neurite.optimize.AmsGrad;

/// AMSGrad, Reddi, Kale and Kumar 2018, algorithm 2, with Adam's corrections. For each parameter p with gradient g, in
/// step t = 1, 2, …:
///
/// ```text
/// g ← g + weightDecay·p                  L2 penalty, or
/// p ← p − learningRate·weightDecay·p     decoupled decay
/// m ← β₁·m + (1 − β₁)·g
/// v ← β₂·v + (1 − β₂)·g²
/// u ← max(u, v)                          the largest v so far
/// p ← p − learningRate·m̂ / (√û + ε)      with m̂ = m / (1 − β₁ᵗ) and û = u / (1 − β₂ᵗ)
/// ```
final class TextbookAmsGrad implements TextbookOptimizer {
    private final AmsGrad rule;
    private final boolean[] decays;
    private final double[] m;
    private final double[] v;
    private final double[] u;
    private int t;

    TextbookAmsGrad(AmsGrad rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
        this.v = new double[decays.length];
        this.u = new double[decays.length];
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
        u[i] = max(u[i], v[i]);
        double mHat = m[i] / (1 - pow(rule.beta1(), t));
        double uHat = u[i] / (1 - pow(rule.beta2(), t));
        return mHat / (sqrt(uHat) + rule.epsilon());
    }
}
