package dev.neurite.textbook;

import java.util.List;

/// What one layer leaves behind on the way forward, for the way back.
final class Trace {
    private final double[][] input;
    private final double[][] inner;
    private final double[][] output;
    private final List<Trace> parts;

    /// A trace of the given matrices.
    ///
    /// @param input  X (rows, inputs)
    /// @param inner  what the derivative is computed from: Z of a dense layer, the mask of dropout, x̂ of
    /// a normalisation
    /// @param output A (rows, outputs)
    /// @param parts  what the layers inside a block left behind
    Trace(double[][] input, double[][] inner, double[][] output, List<Trace> parts) {
        this.input = input;
        this.inner = inner;
        this.output = output;
        this.parts = parts;
    }

    /// A trace of a layer that holds no others.
    Trace(double[][] input, double[][] inner, double[][] output) {
        this(input, inner, output, List.of());
    }

    double[][] input() {
        return input;
    }

    double[][] inner() {
        return inner;
    }

    double[][] output() {
        return output;
    }

    List<Trace> parts() {
        return parts;
    }
}
