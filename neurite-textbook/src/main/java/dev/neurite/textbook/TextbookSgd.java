package dev.neurite.textbook;

import dev.neurite.optimize.Sgd;

/// Stochastic gradient descent as PyTorch defines it. For each parameter p with gradient g:
///
/// ```text
/// g ← g + weightDecay·p
/// v ← g                                  in the first step
/// v ← momentum·v + (1 − dampening)·g     later
/// p ← p − learningRate·v                 usually
/// p ← p − learningRate·(g + momentum·v)  with Nesterov's look-ahead
/// ```
///
/// Without momentum there is no v, and `p ← p − learningRate·g`. Sutskever et al. 2013, "On the importance of
/// initialization and momentum in deep learning".
final class TextbookSgd implements TextbookOptimizer {
    private final Sgd rule;
    private final boolean[] decays;
    private final double[] v;
    private boolean first = true;

    TextbookSgd(Sgd rule, boolean[] decays) {
        this.rule = rule;
        this.decays = decays;
        this.v = new double[decays.length];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        for (int i = 0; i < p.length; i++) {
            double gi = decays[i] ? g[i] + rule.weightDecay() * p[i] : g[i];
            p[i] -= learningRate * direction(i, gi);
        }
        first = false;
    }

    private double direction(int i, double gi) {
        if (rule.momentum() == 0) {
            return gi;
        }
        v[i] = first ? gi : rule.momentum() * v[i] + (1 - rule.dampening()) * gi;
        return rule.nesterov() ? gi + rule.momentum() * v[i] : v[i];
    }
}
