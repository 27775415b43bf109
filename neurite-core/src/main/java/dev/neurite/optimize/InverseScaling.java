package dev.neurite.optimize;

/// `base / (1 + rate·step)^power`. With rate 1, scikit-learn's `invscaling`; there time is counted in rows and the
/// learning rate changes between epochs, here in steps and at each. With power 1, Keras' `InverseTimeDecay`.
///
/// @param power positive
/// @param rate  how much time a step counts for, positive
public record InverseScaling(double power, double rate) implements Schedule {
    /// Checks the numbers.
    public InverseScaling {
        Constants.requirePositive("InverseScaling.power", power);
        Constants.requirePositive("InverseScaling.rate", rate);
    }

    /// Power ½ as in scikit-learn (`power_t`), rate 1.
    public static InverseScaling standard() {
        return new InverseScaling(0.5, 1);
    }

    @Override
    public double at(double base, long step, long steps) {
        return base / Exact.power(1 + rate * step, power);
    }
}
