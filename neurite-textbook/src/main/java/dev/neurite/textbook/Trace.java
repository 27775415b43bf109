package dev.neurite.textbook;

/// What one layer leaves behind on the way forward, for the way back.
final class Trace {
    private final double[][] input;
    private final double[][] inner;
    private final double[][] output;

    /// A trace of the given matrices.
    ///
    /// @param input  X (rows, inputs)
    /// @param inner  what the derivative is computed from (rows, outputs): Z of a dense layer, the mask of dropout
    /// @param output A (rows, outputs)
    Trace(double[][] input, double[][] inner, double[][] output) {
        this.input = input;
        this.inner = inner;
        this.output = output;
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
}
