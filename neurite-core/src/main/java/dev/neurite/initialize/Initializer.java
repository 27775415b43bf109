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

    /// Normal, `N(0, 2 / fanIn)`, the second number being the variance; for ReLU and its kin. He et al. 2015,
    /// "Delving deep into rectifiers".
    static Initializer heNormal() {
        return new Scaled("heNormal", 2, Scaled.Fan.IN, true);
    }

    /// Uniform on `±√(6 / fanIn)`. He et al. 2015, "Delving deep into rectifiers".
    static Initializer heUniform() {
        return new Scaled("heUniform", 2, Scaled.Fan.IN, false);
    }

    /// Normal, `N(0, 2 / (fanIn + fanOut))`, the second number being the variance; for tanh and sigmoid. Glorot and
    /// Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks".
    static Initializer glorotNormal() {
        return new Scaled("glorotNormal", 1, Scaled.Fan.AVERAGE, true);
    }

    /// Uniform on `±√(6 / (fanIn + fanOut))`. Glorot and Bengio 2010, "Understanding the difficulty of training
    /// deep feedforward neural networks", equation 16.
    static Initializer glorotUniform() {
        return new Scaled("glorotUniform", 1, Scaled.Fan.AVERAGE, false);
    }

    /// Normal, `N(0, 1 / fanIn)`, the second number being the variance; for SELU. LeCun et al. 1998, "Efficient
    /// backprop".
    static Initializer lecunNormal() {
        return new Scaled("lecunNormal", 1, Scaled.Fan.IN, true);
    }

    /// Uniform on `±√(3 / fanIn)`. LeCun et al. 1998, "Efficient backprop".
    static Initializer lecunUniform() {
        return new Scaled("lecunUniform", 1, Scaled.Fan.IN, false);
    }

    /// Normal with the given mean and standard deviation, `N(mean, standardDeviation²)`.
    static Initializer normal(double mean, double standardDeviation) {
        return new Normal(mean, standardDeviation);
    }

    /// Uniform on `low + (high − low)·u`, with u in [0, 1).
    static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /// Always the same number, `w = value`.
    static Initializer constant(double value) {
        return new Constant(value);
    }

    /// Always 0, `w = 0`.
    static Initializer zeros() {
        return new Constant(0);
    }
}
