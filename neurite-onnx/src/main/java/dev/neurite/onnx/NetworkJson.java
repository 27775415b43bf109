package dev.neurite.onnx;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Prelu;
import dev.neurite.network.Residual;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.parameter.Shape;
import java.util.List;

/// A network as JSON and back, without what only training needs: the initializers of its layers, and how they learn.
final class NetworkJson {
    private NetworkJson() {}

    static JsonObject write(Network network) {
        List<JsonObject> layers =
                network.layers().stream().map(NetworkJson::layer).toList();
        return new JsonObject().put("inputs", network.inputs()).put("layers", layers);
    }

    static Network read(JsonObject json) {
        return new Network(Shape.of(json.integer("inputs")), layers(json));
    }

    private static JsonObject layer(Layer layer) {
        return switch (layer) {
            case Dense dense ->
                of("dense")
                        .put("units", dense.units())
                        .put("activation", activation(dense.activation()))
                        .put("bias", dense.bias());
            case ActivationLayer(Activation f) -> of("activation").put("activation", activation(f));
            case AdaptiveActivation(Activation f, double start) ->
                of("adaptiveActivation").put("activation", activation(f)).put("start", start);
            case Prelu(double start) -> of("prelu").put("start", start);
            case Scale(double start) -> of("scale").put("start", start);
            case Softmax() -> of("softmax");
            case Dropout(double rate) -> of("dropout").put("rate", rate);
            case AlphaDropout(double rate) -> of("alphaDropout").put("rate", rate);
            case GaussianNoise(double deviation) -> of("gaussianNoise").put("standardDeviation", deviation);
            case BatchNorm(double momentum, double epsilon) ->
                of("batchNorm").put("momentum", momentum).put("epsilon", epsilon);
            case LayerNorm(double epsilon) -> of("layerNorm").put("epsilon", epsilon);
            case RmsNorm(double epsilon) -> of("rmsNorm").put("epsilon", epsilon);
            case Residual(List<Layer> layers) ->
                of("residual")
                        .put("layers", layers.stream().map(NetworkJson::layer).toList());
            case Layer.Custom custom ->
                throw new IllegalArgumentException("layer " + custom.name() + " cannot be saved");
        };
    }

    private static JsonObject of(String kind) {
        return new JsonObject().put("kind", kind);
    }

    private static Layer layer(JsonObject json) {
        return switch (json.string("kind")) {
            case "dense" -> dense(json);
            case "activation" -> new ActivationLayer(activation(json.object("activation")));
            case "adaptiveActivation" ->
                new AdaptiveActivation(activation(json.object("activation")), json.precise("start"));
            case "prelu" -> new Prelu(json.precise("start"));
            case "scale" -> new Scale(json.precise("start"));
            case "softmax" -> new Softmax();
            case "dropout" -> new Dropout(json.precise("rate"));
            case "alphaDropout" -> new AlphaDropout(json.precise("rate"));
            case "gaussianNoise" -> new GaussianNoise(json.precise("standardDeviation"));
            case "batchNorm" -> new BatchNorm(json.precise("momentum"), json.precise("epsilon"));
            case "layerNorm" -> new LayerNorm(json.precise("epsilon"));
            case "rmsNorm" -> new RmsNorm(json.precise("epsilon"));
            case "residual" -> new Residual(layers(json));
            default -> throw new IllegalArgumentException("no layer is of the kind " + json.string("kind"));
        };
    }

    private static List<Layer> layers(JsonObject json) {
        return json.objects("layers").stream().map(NetworkJson::layer).toList();
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
