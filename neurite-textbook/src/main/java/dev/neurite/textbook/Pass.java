package dev.neurite.textbook;

import java.util.List;

/// What one way forward through a network left behind, layer by layer; layers count from 0.
public final class Pass {
    private final List<Trace> traces;

    Pass(List<Trace> traces) {
        this.traces = List.copyOf(traces);
    }

    /// The output of the last layer (rows, outputs).
    public double[][] logits() {
        return traces.getLast().output();
    }

    /// The input X of a layer (rows, inputs).
    public double[][] input(int layer) {
        return trace(layer).input();
    }

    /// What the derivative of a layer is computed from (rows, outputs): the pre-activation Z of a dense layer, the
    /// mask of a dropout layer.
    public double[][] inner(int layer) {
        return trace(layer).inner();
    }

    /// The output A of a layer (rows, outputs).
    public double[][] output(int layer) {
        return trace(layer).output();
    }

    Trace trace(int layer) {
        return traces.get(layer);
    }
}
