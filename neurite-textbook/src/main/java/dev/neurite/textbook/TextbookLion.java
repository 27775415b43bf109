package dev.neurite.textbook;

import static java.lang.Math.signum;

import dev.neurite.optimize.Lion;

/// Lion, Chen et al. 2023, algorithm 2. For each parameter p with gradient g:
///
/// ```text
/// c = β₁·m + (1 − β₁)·g
/// p ← p − learningRate·(sign(c) + weightDecay·p)
/// m ← β₂·m + (1 − β₂)·g
/// ```
final class TextbookLion implements TextbookOptimizer {
    private final Lion rule;
    private final boolean[] decays;
    private final double[] m;

    TextbookLion(Lion rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        for (int i = 0; i < p.length; i++) {
            double c = rule.beta1() * m[i] + (1 - rule.beta1()) * g[i];
            double decay = decays[i] ? rule.weightDecay() * p[i] : 0;
            p[i] -= learningRate * (signum(c) + decay);
            m[i] = rule.beta2() * m[i] + (1 - rule.beta2()) * g[i];
        }
    }
}
