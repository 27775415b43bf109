package dev.neurite.textbook;

import static java.lang.Math.sqrt;

import dev.neurite.optimize.Adagrad;
import java.util.Arrays;

/// Adagrad, Duchi, Hazan and Singer 2011. For each parameter p with gradient g, in step t = 1, 2, …:
///
/// ```text
/// g ← g + weightDecay·p
/// s ← s + g²                             s starts at the given initial sum
/// p ← p − learningRate / (1 + (t − 1)·rateDecay) · g / (√s + ε)
/// ```
final class TextbookAdagrad implements TextbookOptimizer {
    private final Adagrad rule;
    private final boolean[] decays;
    private final double[] s;
    private int t;

    TextbookAdagrad(Adagrad rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.s = new double[decays.length];
        Arrays.fill(s, rule.initial());
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        t++;
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            s[i] += gi * gi;
            p[i] -= learningRate / (1 + (t - 1) * rule.rateDecay()) * gi / (sqrt(s[i]) + rule.epsilon());
        }
    }
}
