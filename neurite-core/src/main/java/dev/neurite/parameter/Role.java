package dev.neurite.parameter;

/// What a parameter is for; decides, unless a trainer says otherwise, whether weight decay applies to it.
public enum Role {
    /// A matrix (inputs, outputs) that multiplies; decays.
    WEIGHT,
    /// A row that is added.
    BIAS,
    /// A row that multiplies normalised numbers.
    GAIN,
    /// A row that multiplies features.
    SCALE,
    /// A row that shapes an activation, such as the slopes of PReLU.
    SHAPE,
    /// A row that forward observes in training and no gradient moves, such as a running mean.
    STATISTIC;

    /// Whether weight decay applies where nothing else is said: to weights alone.
    public boolean decays() {
        return this == WEIGHT;
    }

    /// Whether the gradient moves it.
    public boolean learns() {
        return this != STATISTIC;
    }
}
