package dev.neurite.textbook;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.neurite.optimize.Adadelta;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Adamax;
import dev.neurite.optimize.AmsGrad;
import dev.neurite.optimize.Lion;
import dev.neurite.optimize.NAdam;
import dev.neurite.optimize.RAdam;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Rprop;
import dev.neurite.optimize.Sgd;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/// Rules and what others recorded of them: `torch-reference.json`, and `optimizer/more-optimizers.json`, made by the
/// script beside it.
final class RecordedOptimizers {
    private static final JsonNode TORCH = Reference.read("torch-reference").get("optimizers");
    private static final JsonNode MORE = Reference.readFrom("/optimizer/more-optimizers.json");

    private RecordedOptimizers() {}

    /// Name of the recorded case and rule.
    static Stream<Arguments> all() {
        Sgd momentum = Sgd.plain().withMomentum(0.9);
        RmsProp rmsProp = RmsProp.standard().withAlpha(0.9);
        return Stream.of(
                argumentSet("sgd", "sgd", Sgd.plain()),
                argumentSet("sgd_momentum", "sgd_momentum", momentum),
                argumentSet("sgd_nesterov", "sgd_nesterov", momentum.withNesterov()),
                argumentSet("sgd_weight_decay", "sgd_weight_decay", momentum.withWeightDecay(0.01)),
                argumentSet("sgd_dampening", "sgd_dampening", new Sgd(0.9, 0.3, false, 0)),
                argumentSet("adam", "adam", Adam.standard()),
                argumentSet("adam_l2", "adam_l2", new Adam(0.9, 0.999, 1e-8, 0.1, false)),
                argumentSet("adam_amsgrad", "adam_amsgrad", AmsGrad.standard()),
                argumentSet("adamw", "adamw", Adam.decoupled(0.1)),
                argumentSet("adamax", "adamax", Adamax.standard()),
                argumentSet("nadam", "nadam", NAdam.standard().withFactorTwice()),
                argumentSet("nadam_2", "nadam_2", NAdam.standard()),
                argumentSet("radam", "radam", RAdam.standard()),
                argumentSet("rmsprop", "rmsprop", rmsProp),
                argumentSet(
                        "rmsprop_centered_momentum",
                        "rmsprop_centered_momentum",
                        rmsProp.withCentering().withMomentum(0.5)),
                argumentSet("adagrad", "adagrad", Adagrad.standard()),
                argumentSet("adadelta", "adadelta", Adadelta.standard()),
                argumentSet("rprop", "rprop", Rprop.standard()),
                argumentSet("lion", "lion", Lion.standard()),
                argumentSet(
                        "lion_weight_decay",
                        "lion_weight_decay",
                        Lion.standard().withWeightDecay(0.3)));
    }

    static double[] start() {
        return Reference.vector(TORCH.get("start"));
    }

    static double[][] gradients() {
        return Reference.matrix(TORCH.get("gradients"));
    }

    static double[][] trajectory(String name) {
        return Reference.matrix(recorded(name).get("trajectory"));
    }

    static double learningRate(String name) {
        return recorded(name).get("options").get("lr").doubleValue();
    }

    /// The names of all cases that PyTorch recorded.
    static Stream<String> torchNames() {
        return TORCH.get("cases").propertyNames().stream();
    }

    private static JsonNode recorded(String name) {
        JsonNode torch = TORCH.get("cases").get(name);
        return torch == null ? MORE.get("cases").get(name) : torch;
    }
}
