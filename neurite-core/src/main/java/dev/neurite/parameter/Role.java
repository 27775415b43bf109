package dev.neurite.parameter;

/// What a parameter is for; decides, among other things, whether weight decay applies to it.
public enum Role {
    /// A matrix (inputs, outputs) that multiplies; decays.
    WEIGHT(true),
    /// A row that is added; exempt from decay.
    BIAS(false);

    private final boolean decays;

    Role(boolean decays) {
        this.decays = decays;
    }

    /// Whether weight decay applies.
    public boolean decays() {
        return decays;
    }
}
