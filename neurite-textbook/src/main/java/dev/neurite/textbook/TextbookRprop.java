package dev.neurite.textbook;

import static java.lang.Math.clamp;
import static java.lang.Math.signum;

import dev.neurite.optimize.Rprop;
import java.util.Arrays;

/// Rprop in the form iRprop⁻, Igel and Hüsken 2000. For each parameter p with gradient g:
///
/// ```text
/// s ← grow·s              where g has the sign that the last one had
/// s ← shrink·s, g ← 0     where it has the other one
/// s ← min(max(s, minimum), maximum)
/// p ← p − s·sign(g)
/// ```
///
/// s starts at the learning rate; where the last g was set to 0, s stays.
final class TextbookRprop implements TextbookOptimizer {
    private final Rprop rule;
    private final double[] last;
    private final double[] s;
    private boolean first = true;

    TextbookRprop(Rprop rule, int parameters) {
        this.rule = rule;
        this.last = new double[parameters];
        this.s = new double[parameters];
    }

    @Override
    public void step(double[] p, double[] g, double learningRate) {
        if (first) {
            Arrays.fill(s, learningRate);
            first = false;
        }
        for (int i = 0; i < p.length; i++) {
            double agreement = signum(g[i]) * signum(last[i]);
            double factor = agreement > 0 ? rule.grow() : agreement < 0 ? rule.shrink() : 1;
            s[i] = clamp(factor * s[i], rule.minimum(), rule.maximum());
            last[i] = agreement < 0 ? 0 : g[i];
            p[i] -= s[i] * signum(last[i]);
        }
    }
}
