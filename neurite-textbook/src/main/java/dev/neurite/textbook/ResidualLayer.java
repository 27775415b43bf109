package dev.neurite.textbook;

import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;

/// A residual block: `y = x + F(x)`, F being layers one after the other; backward `dx = dy + F′ᵀ·dy`. He et al. 2016,
/// "Deep residual learning for image recognition".
///
/// @param layers the layers of F
record ResidualLayer(List<TextbookLayer> layers) implements TextbookLayer {
    /// One layer's way forward, in training or in prediction.
    private interface Step {
        Trace apply(TextbookLayer layer, double[][] x);
    }

    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        return through(x, (layer, a) -> layer.forward(p, a, masks));
    }

    @Override
    public Trace predict(double[] p, double[][] x) {
        return through(x, (layer, a) -> layer.predict(p, a));
    }

    private Trace through(double[][] x, Step step) {
        List<Trace> parts = new ArrayList<>();
        double[][] a = x;
        for (TextbookLayer layer : layers) {
            parts.add(step.apply(layer, a));
            a = parts.getLast().output();
        }
        double[][] f = a;
        return new Trace(x, f, Each.matrix(x, (r, j) -> x[r][j] + f[r][j]), List.copyOf(parts));
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] delta = dA;
        for (int l = layers.size() - 1; l >= 0; l--) {
            delta = layers.get(l).backward(p, trace.parts().get(l), delta, gradient);
        }
        double[][] dF = delta;
        return Each.matrix(dA, (r, j) -> dA[r][j] + dF[r][j]);
    }

    @Override
    public void observe(double[] p, Trace trace) {
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).observe(p, trace.parts().get(l));
        }
    }

    @Override
    public void addPenalty(double[] p, double[] gradient) {
        layers.forEach(layer -> layer.addPenalty(p, gradient));
    }

    @Override
    public void constrain(double[] p) {
        layers.forEach(layer -> layer.constrain(p));
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        layers.forEach(layer -> layer.initialize(p, seed));
    }

    @Override
    public List<ParameterBlock> blocks() {
        return layers.stream().flatMap(layer -> layer.blocks().stream()).toList();
    }
}
