package dev.neurite.textbook;

import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import dev.neurite.optimize.RAdam;

/// RAdam, Liu et al. 2020, algorithm 2. For each parameter p with gradient g, in step t = 1, 2, …:
///
/// ```text
/// g  ← g + weightDecay·p
/// m  ← β₁·m + (1 − β₁)·g
/// v  ← β₂·v + (1 − β₂)·g²
/// m̂  = m / (1 − β₁ᵗ)
/// ρ∞ = 2 / (1 − β₂) − 1
/// ρₜ = ρ∞ − 2·t·β₂ᵗ / (1 − β₂ᵗ)            how many gradients v stands for
/// p  ← p − learningRate·m̂                  while ρₜ ≤ 5
/// p  ← p − learningRate·rₜ·m̂·l             later, with l = √(1 − β₂ᵗ) / (√v + ε)
/// rₜ = √((ρₜ − 4)·(ρₜ − 2)·ρ∞ / ((ρ∞ − 4)·(ρ∞ − 2)·ρₜ))
/// ```
final class TextbookRAdam implements TextbookOptimizer {
    private final RAdam rule;
    private final boolean[] decays;
    private final double[] m;
    private final double[] v;
    private int t;

    TextbookRAdam(RAdam rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
        this.v = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        t++;
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * gi;
            v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * gi * gi;
            p[i] -= learningRate * m[i] / (1 - pow(rule.beta1(), t)) * scale(v[i]);
        }
    }

    private double scale(double second) {
        double rhoInfinity = 2 / (1 - rule.beta2()) - 1;
        double rho = rhoInfinity - 2 * t * pow(rule.beta2(), t) / (1 - pow(rule.beta2(), t));
        if (rho <= 5) {
            return 1;
        }
        double above = (rho - 4) * (rho - 2) * rhoInfinity;
        double below = (rhoInfinity - 4) * (rhoInfinity - 2) * rho;
        return sqrt(above / below) * sqrt(1 - pow(rule.beta2(), t)) / (sqrt(second) + rule.epsilon());
    }
}
