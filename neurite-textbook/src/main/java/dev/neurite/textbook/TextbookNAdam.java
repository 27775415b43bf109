package dev.neurite.textbook;

import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

import dev.neurite.optimize.NAdam;

/// NAdam, Dozat 2016. For each parameter p with gradient g, in step t = 1, 2, …:
///
/// ```text
/// g  ← g + weightDecay·p
/// m  ← β₁·m + (1 − β₁)·g
/// v  ← β₂·v + (1 − β₂)·g²
/// μₜ = β₁·(1 − ½·0.96^(t·momentumDecay))
/// m̂  = μₜ₊₁·m / (1 − μ₁·…·μₜ₊₁) + (1 − μₜ)·g / (1 − μ₁·…·μₜ)
/// p  ← p − learningRate·m̂ / (√v̂ + ε)      with v̂ = v / (1 − β₂ᵗ)
/// ```
///
/// The μₜ₊₁ is Nesterov's look-ahead: the momentum of the step to come is applied in this one. PyTorch 1.13 multiplies
/// the first product by μₜ once more, which can be asked for.
final class TextbookNAdam implements TextbookOptimizer {
    private final NAdam rule;
    private final boolean[] decays;
    private final double[] m;
    private final double[] v;
    private int t;
    private double product = 1;

    TextbookNAdam(NAdam rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.m = new double[decays.length];
        this.v = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        t++;
        product *= mu(t);
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            p[i] -= learningRate * direction(i, gi);
        }
    }

    private double direction(int i, double gi) {
        m[i] = rule.beta1() * m[i] + (1 - rule.beta1()) * gi;
        v[i] = rule.beta2() * v[i] + (1 - rule.beta2()) * gi * gi;
        double productToNext = product * mu(t + 1) * (rule.factorTwice() ? mu(t) : 1);
        double mHat = mu(t + 1) * m[i] / (1 - productToNext) + (1 - mu(t)) * gi / (1 - product);
        double vHat = v[i] / (1 - pow(rule.beta2(), t));
        return mHat / (sqrt(vHat) + rule.epsilon());
    }

    private double mu(int step) {
        return rule.beta1() * (1 - 0.5 * pow(0.96, step * rule.momentumDecay()));
    }
}
