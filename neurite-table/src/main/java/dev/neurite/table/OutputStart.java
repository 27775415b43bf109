package dev.neurite.table;

import dev.neurite.data.Dataset;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where the biases of the outputs start where 0 is far off: the output j of a network that predicts `exp zⱼ` starts at
/// the logarithm of the weighted mean of its targets, `bⱼ = log(Σ wᵢ tᵢⱼ / Σ wᵢ)`, which is the best constant. Counts
/// are learned as they are, and from `exp 0 = 1` one of thousands is a long way.
///
/// @param values the bias of output 0, 1, …
record OutputStart(List<Double> values) implements Initializer {
    OutputStart {
        values = List.copyOf(values);
    }

    /// The network as it should start to learn from the data.
    static Network of(Network network, Link link, Dataset data) {
        if (link != Link.EXP) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        if (layers.removeLast() instanceof Dense last) {
            layers.add(last.withStart(last.weights(), new OutputStart(logarithms(means(data)))));
            return new Network(network.input(), layers);
        }
        return network;
    }

    @Override
    public double draw(Seed seed, long index, int fanIn, int fanOut) {
        return values.get((int) index);
    }

    private static double[] means(Dataset data) {
        float[] target = new float[data.targets()];
        double[] sums = new double[target.length];
        double all = 0;
        for (int row = 0; row < data.size(); row++) {
            data.copyTargets(row, target, 0);
            double weight = data.weight(row);
            all += weight;
            for (int j = 0; j < target.length; j++) {
                sums[j] += weight * target[j];
            }
        }
        double weights = all;
        return DoubleStream.of(sums).map(sum -> sum / weights).toArray();
    }

    /// 0 for a mean that has none: nothing but zeros was counted.
    private static List<Double> logarithms(double[] means) {
        return DoubleStream.of(means)
                .map(mean -> mean > 0 ? StrictMath.log(mean) : 0)
                .boxed()
                .toList();
    }
}
