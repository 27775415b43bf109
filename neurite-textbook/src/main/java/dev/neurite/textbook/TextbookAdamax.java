package dev.neurite.textbook;

import static java.lang.Math.abs;
import static java.lang.Math.max;
import static java.lang.Math.pow;

import dev.neurite.optimize.Adamax;

/// Adamax, Kingma and Ba 2015, algorithm 2. For each parameter p with gradient g, in step t = 1, 2, …:
///
/// ```text
/// g ← g + weightDecay·p
/// m ← β₁·m + (1 − β₁)·g
/// u ← max(β₂·u, |g| + ε)
/// p ← p − learningRate / (1 − β₁ᵗ) · m / u
/// ```
final class TextbookAdamax implements TextbookOptimizer {
    private final Adamax rule;
    private final boolean[] decays;
    private final double[] m;
    private final double[] u;
    private int t;

    TextbookAdamax(Adamax rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
        this.u = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        t++;
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * gi;
            u[i] = max(rule.beta2() * u[i], abs(gi) + rule.epsilon());
            p[i] -= learningRate / (1 - pow(rule.beta1(), t)) * m[i] / u[i];
        }
    }
}
