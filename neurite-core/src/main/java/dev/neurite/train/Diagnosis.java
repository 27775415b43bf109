package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with a network, layer by layer: numbers that are not finite, units that never answer, gradients that
/// vanish or explode on their way through the layers.
///
/// It looks at no more than [#ROWS] rows, evenly spread over the data, and changes nothing. A training makes one
/// after each epoch when asked to ([Trainer#withDiagnosis]); any model can be examined by [#of].
///
/// @param layers health of each layer, in order
public record Diagnosis(List<LayerHealth> layers) {
    /// Rows that are looked at, at most.
    public static final int ROWS = 1024;

    /// What can be wrong with a layer.
    public enum Problem {
        /// Outputs or gradients are infinite or no number. It spreads to the layers behind, by the gradient
        /// to those before, so only the layer is named where it begins: the first whose outputs are not
        /// finite, or where all outputs are, the last whose gradients are not.
        NOT_FINITE,
        /// More than half of the units of a layer before the last were 0 on all rows: rectified units that no
        /// row reaches any more, through which no gradient flows (Lu et al. 2020).
        DEAD_UNITS,
        /// The gradient is less than 10⁻⁴ of that of the last layer (Hochreiter 1991; Glorot and Bengio 2010).
        VANISHING_GRADIENT,
        /// The gradient is more than 10⁴ times that of the last layer (Pascanu, Mikolov and Bengio 2013).
        EXPLODING_GRADIENT
    }

    /// Something wrong with a layer.
    ///
    /// @param problem  what it is
    /// @param layer    health of the layer
    /// @param sentence for people
    public record Finding(Problem problem, LayerHealth layer, String sentence) {}

    private static final double DEAD_SHARE = 0.5;
    private static final double RATIO = 1e4;

    /// Copies the list.
    public Diagnosis {
        layers = List.copyOf(layers);
    }

    /// Examines a model.
    ///
    /// @param loss what it was trained to make small
    /// @param data examples to look at
    /// @throws IllegalArgumentException if the model, the loss and the data do not fit together
    public static Diagnosis of(Model model, Loss loss, Dataset data) {
        Fit.check(model.network(), loss, data, "data");
        try (Examination examination = new Examination(model.network(), loss, data)) {
            return examination.of(model.parameters().toArray());
        }
    }

    /// Whether nothing is wrong.
    public boolean isHealthy() {
        return findings().isEmpty();
    }

    /// What is wrong, layer by layer; empty if nothing is.
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<LayerHealth> origin = firstNotFinite();
        for (LayerHealth layer : layers) {
            if (origin.filter(layer::equals).isPresent()) {
                findings.add(new Finding(Problem.NOT_FINITE, layer, notFiniteSentence(layer)));
            }
            examine(layer, layer.equals(layers.getLast()), findings);
        }
        return findings;
    }

    /// The layer from which numbers that are not finite have spread.
    private Optional<LayerHealth> firstNotFinite() {
        return Stream.concat(
                        layers.stream().filter(layer -> !layer.finiteOutputs()),
                        layers.reversed().stream().filter(layer -> !layer.finiteGradients()))
                .findFirst();
    }

    private static String notFiniteSentence(LayerHealth layer) {
        return layer.layer()
                + (layer.finiteOutputs()
                        ? " gets gradients that are not finite"
                        : " gives numbers that are not finite");
    }

    private static void examine(LayerHealth layer, boolean isLast, List<Finding> findings) {
        if (!isLast && layer.deadShare() > DEAD_SHARE) {
            findings.add(new Finding(
                    Problem.DEAD_UNITS,
                    layer,
                    "%d of %d units of %s are 0 on all rows"
                            .formatted(layer.deadUnits(), layer.units(), layer.layer())));
        }
        if (layer.finite() && layer.ratio() < 1 / RATIO) {
            findings.add(new Finding(Problem.VANISHING_GRADIENT, layer, gradientSentence(layer, "vanishes")));
        }
        if (layer.finite() && layer.ratio() > RATIO) {
            findings.add(new Finding(Problem.EXPLODING_GRADIENT, layer, gradientSentence(layer, "explodes")));
        }
    }

    private static String gradientSentence(LayerHealth layer, String what) {
        return "the gradient %s on its way back to %s: it is %s times that of the last layer"
                .formatted(what, layer.layer(), (float) layer.ratio());
    }
}
