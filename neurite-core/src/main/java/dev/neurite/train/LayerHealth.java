package dev.neurite.train;

/// How a layer of a network fares on some rows.
///
/// @param layer such as `layer 2 (Dense)`
/// @param units numbers of its output
/// @param deadUnits units whose output was 0 on all rows
/// @param finiteOutputs whether all outputs were finite
/// @param finiteGradients whether all gradients were finite
/// @param gradient root of the mean square, over rows and units, of the gradient of the loss by its output; of some
///     layers by what goes into their activation; NaN where there is none, since nothing that learns comes before
/// @param ratio that gradient over that of the last layer; NaN where there is none or the last one is 0
public record LayerHealth(
        String layer,
        int units,
        int deadUnits,
        boolean finiteOutputs,
        boolean finiteGradients,
        double gradient,
        double ratio) {
    /// Whether all outputs and gradients were finite.
    public boolean finite() {
        return finiteOutputs && finiteGradients;
    }

    /// The share of units whose output was 0 on all rows.
    public double deadShare() {
        return (double) deadUnits / units;
    }
}
