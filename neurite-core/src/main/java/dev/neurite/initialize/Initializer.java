package dev.neurite.initialize;

import dev.neurite.random.Seed;

/// How a parameter starts: number `index` of the slot as a function of the seed and the layer's sizes.
///
/// A draw depends on nothing else, so a start is the same for any memory layout and number of threads.
@FunctionalInterface
public interface Initializer {
    /// The start of one number.
    ///
    /// @param seed   key of the slot
    /// @param index  position of the number in the slot, row by row, padding not counted
    /// @param fanIn  inputs of the layer
    /// @param fanOut outputs of the layer
    double draw(Seed seed, long index, int fanIn, int fanOut);

    /// Normal, mean 0, variance `2 / fanIn`; for ReLU and its kin. He et al. 2015, "Delving deep into rectifiers".
    static Initializer heNormal() {
        return new Scaled("heNormal", 2, Scaled.Fan.IN, true);
    }

    /// Uniform on ±√(6 / fanIn). He et al. 2015.
    static Initializer heUniform() {
        return new Scaled("heUniform", 2, Scaled.Fan.IN, false);
    }

    /// Normal, mean 0, variance `2 / (fanIn + fanOut)`; for tanh and sigmoid. Glorot and Bengio 2010.
    static Initializer glorotNormal() {
        return new Scaled("glorotNormal", 1, Scaled.Fan.AVERAGE, true);
    }

    /// Uniform on ±√(6 / (fanIn + fanOut)). Glorot and Bengio 2010.
    static Initializer glorotUniform() {
        return new Scaled("glorotUniform", 1, Scaled.Fan.AVERAGE, false);
    }

    /// Normal, mean 0, variance `1 / fanIn`; for SELU. LeCun et al. 1998, "Efficient backprop".
    static Initializer lecunNormal() {
        return new Scaled("lecunNormal", 1, Scaled.Fan.IN, true);
    }

    /// Uniform on ±√(3 / fanIn). LeCun et al. 1998.
    static Initializer lecunUniform() {
        return new Scaled("lecunUniform", 1, Scaled.Fan.IN, false);
    }

    /// Normal with the given mean and standard deviation.
    static Initializer normal(double mean, double standardDeviation) {
        return new Normal(mean, standardDeviation);
    }

    /// Uniform on [`low`, `high`).
    static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /// Always `value`.
    static Initializer constant(double value) {
        return new Constant(value);
    }

    /// Always 0.
    static Initializer zeros() {
        return new Constant(0);
    }
}
