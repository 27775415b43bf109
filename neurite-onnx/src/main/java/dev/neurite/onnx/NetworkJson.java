package dev.neurite.onnx;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.parameter.Shape;
import java.util.List;

/// A network as JSON and back, without the initializers of its layers.
final class NetworkJson {
    private NetworkJson() {}

    static JsonObject write(Network network) {
        List<JsonObject> layers =
                network.layers().stream().map(NetworkJson::layer).toList();
        return new JsonObject().put("inputs", network.inputs()).put("layers", layers);
    }

    static Network read(JsonObject json) {
        List<Layer> layers =
                json.objects("layers").stream().map(NetworkJson::layer).toList();
        return new Network(Shape.of(json.integer("inputs")), layers);
    }

    private static JsonObject layer(Layer layer) {
        return switch (layer) {
            case Dense dense ->
                new JsonObject()
                        .put("kind", "dense")
                        .put("units", dense.units())
                        .put("activation", activation(dense.activation()))
                        .put("bias", dense.bias());
            case Dropout dropout -> new JsonObject().put("kind", "dropout").put("rate", dropout.rate());
        };
    }

    private static Layer layer(JsonObject json) {
        return switch (json.string("kind")) {
            case "dense" -> dense(json);
            case "dropout" -> new Dropout(json.precise("rate"));
            default -> throw new IllegalArgumentException("no layer is of the kind " + json.string("kind"));
        };
    }

    private static Dense dense(JsonObject json) {
        Dense dense = Dense.of(json.integer("units"), activation(json.object("activation")));
        return json.flag("bias") ? dense : dense.withoutBias();
    }

    private static JsonObject activation(Activation activation) {
        JsonObject json = new JsonObject().put("name", activation.name());
        return switch (activation) {
            case LeakyRelu leaky -> json.put("slope", leaky.slope());
            case Elu elu -> json.put("alpha", elu.alpha());
            case Celu celu -> json.put("alpha", celu.alpha());
            default -> json;
        };
    }

    private static Activation activation(JsonObject json) {
        return switch (Activation.named(json.string("name"))) {
            case LeakyRelu ignored -> new LeakyRelu(json.precise("slope"));
            case Elu ignored -> new Elu(json.precise("alpha"));
            case Celu ignored -> new Celu(json.precise("alpha"));
            case Activation constant -> constant;
        };
    }
}
