package dev.neurite.network;

import dev.neurite.op.AddOp;
import dev.neurite.op.ForkOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.parameter.Shape;
import java.util.List;

/// A block whose input is added to its output: `x + F(x)`, F being layers one after the other that keep the number of
/// numbers. He et al. 2016, "Deep residual learning for image recognition".
///
/// @param layers the layers of F, at least one
public record Residual(List<Layer> layers) implements Layer {
    /// Copies the list.
    public Residual {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Residual.layers must have at least one layer, got none");
        }
    }

    /// A block of the given layers.
    public static Residual of(Layer... layers) {
        return new Residual(List.of(layers));
    }

    @Override
    public String name() {
        return "Residual";
    }

    @Override
    public Shape output(Shape input) {
        Shape output = Layer.output(layers, input);
        if (!output.equals(input)) {
            int last = layers.size();
            throw new IllegalArgumentException(
                    "layer " + last + " (" + layers.get(last - 1).name() + ") must give back the " + input.size()
                            + " numbers that the block takes, gives " + output.size());
        }
        return input;
    }

    @Override
    public boolean comparesRows() {
        return layers.stream().anyMatch(Layer::comparesRows);
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        int columns = input.columns();
        lowering.add(new ForkOp(lowering.layer(), input, lowering.region("input", columns)));
        Layer.lower(layers, lowering);
        Region last = lowering.current();
        lowering.add(new AddOp(lowering.layer(), input, last, lowering.region("output", columns)));
    }
}
