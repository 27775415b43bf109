package dev.neurite.testkit.example;

import dev.neurite.optimize.Optimizer;

/// Descent along the sign of a running mean of the gradient: `m ← 0.9·m + 0.1·g`, `p ← p − learningRate·sign(m)`.
/// Bernstein et al. 2018, "signSGD".
record Signum() implements Optimizer {
    @Override
    public String name() {
        return "signum";
    }

    @Override
    public int moments() {
        return 1;
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public Rule rule() {
        return new SignumRule();
    }

    private static final class SignumRule implements Rule {
        private float learningRate;

        @Override
        public void begin(long step, double newLearningRate) {
            learningRate = (float) newLearningRate;
        }

        @Override
        public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
            float[] mean = moments[0];
            for (int i = from; i < to; i++) {
                float m = 0.9f * mean[i] + 0.1f * g[i];
                mean[i] = Math.abs(m) < 0x1p-100f ? 0 : m; // before it becomes denormal, which is slow
                p[i] -= learningRate * Math.signum(mean[i]);
            }
        }
    }
}
