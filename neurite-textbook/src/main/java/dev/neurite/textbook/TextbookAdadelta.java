package dev.neurite.textbook;

import static java.lang.Math.sqrt;

import dev.neurite.optimize.Adadelta;

/// Adadelta, Zeiler 2012, algorithm 1. For each parameter p with gradient g:
///
/// ```text
/// g ← g + weightDecay·p
/// v ← ρ·v + (1 − ρ)·g²                   mean square of the gradients
/// d = √(u + ε) / √(v + ε) · g
/// u ← ρ·u + (1 − ρ)·d²                   mean square of the steps
/// p ← p − learningRate·d
/// ```
final class TextbookAdadelta implements TextbookOptimizer {
    private final Adadelta rule;
    private final boolean[] decays;
    private final double[] v;
    private final double[] u;

    TextbookAdadelta(Adadelta rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.v = new double[decays.length];
        this.u = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            v[i] = rule.rho() * v[i] + (1 - rule.rho()) * gi * gi;
            double d = sqrt(u[i] + rule.epsilon()) / sqrt(v[i] + rule.epsilon()) * gi;
            u[i] = rule.rho() * u[i] + (1 - rule.rho()) * d * d;
            p[i] -= learningRate * d;
        }
    }
}
