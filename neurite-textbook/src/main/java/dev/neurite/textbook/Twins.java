package dev.neurite.textbook;

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
import java.util.ArrayList;
import java.util.List;

/// Makes the twins of the layers of a network and gives each its place.
final class Twins {
    private int number;
    private int from;

    private Twins() {}

    static List<TextbookLayer> of(Network network) {
        Twins twins = new Twins();
        List<TextbookLayer> layers = new ArrayList<>();
        Shape shape = network.input();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer spec = network.layers().get(l);
            layers.add(twins.twin(spec, shape.size(), "layer " + (l + 1), "layer" + (l + 1) + ".", l));
            shape = spec.output(shape);
        }
        return List.copyOf(layers);
    }

    private TextbookLayer twin(Layer spec, int columns, String ordinal, String prefix, int layer) {
        Place place = new Place(ordinal + " (" + spec.name() + ")", prefix, layer, number++, from);
        TextbookLayer twin = spec instanceof Residual residual
                ? new ResidualLayer(inner(residual, columns, place))
                : twin(spec, columns, place);
        from = twin.blocks().isEmpty() ? from : twin.blocks().getLast().end();
        return twin;
    }

    private List<TextbookLayer> inner(Residual residual, int columns, Place outer) {
        List<TextbookLayer> layers = new ArrayList<>();
        Shape shape = Shape.of(columns);
        for (int l = 0; l < residual.layers().size(); l++) {
            Layer spec = residual.layers().get(l);
            String ordinal = outer.name() + ", layer " + (l + 1);
            layers.add(twin(spec, shape.size(), ordinal, outer.prefix() + "layer" + (l + 1) + ".", outer.layer()));
            shape = spec.output(shape);
        }
        return List.copyOf(layers);
    }

    private static TextbookLayer twin(Layer spec, int columns, Place place) {
        return switch (spec) {
            case Dense dense -> new DenseLayer(place, columns, dense);
            case ActivationLayer layer -> new ElementwiseLayer(layer.activation());
            case Prelu prelu -> new PreluLayer(place.row("slope", 0, columns), prelu.start());
            case AdaptiveActivation layer ->
                new AdaptiveLayer(layer.activation(), place.row("strength", 0, columns), layer.start());
            case Scale scale -> new ScaleLayer(place.row("scale", 0, columns), scale.start());
            case Softmax ignored -> new SoftmaxLayer();
            case Dropout dropout -> new DropoutLayer(place.number(), dropout.rate());
            case AlphaDropout dropout -> new AlphaDropoutLayer(place.number(), dropout.rate());
            case GaussianNoise noise -> new NoiseLayer(place.number(), noise.standardDeviation());
            case BatchNorm norm -> new BatchNormLayer(place, columns, norm);
            case LayerNorm norm -> new RowNormLayer(place, columns, norm.epsilon(), true);
            case RmsNorm norm -> new RowNormLayer(place, columns, norm.epsilon(), false);
            case Residual residual ->
                throw new IllegalArgumentException("a block has no place of its own: " + residual);
            case Layer.Custom custom ->
                throw new IllegalArgumentException(
                        place.name() + ": a layer of a user has no textbook twin, got " + custom);
        };
    }
}
