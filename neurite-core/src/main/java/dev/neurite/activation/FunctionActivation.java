package dev.neurite.activation;

import java.util.function.DoubleUnaryOperator;

/// An activation given by two functions of one number.
record FunctionActivation(String name, DoubleUnaryOperator function, DoubleUnaryOperator slope)
        implements Activation.Custom {
    @Override
    public double value(double z) {
        return function.applyAsDouble(z);
    }

    @Override
    public double derivative(double z) {
        return slope.applyAsDouble(z);
    }
}
