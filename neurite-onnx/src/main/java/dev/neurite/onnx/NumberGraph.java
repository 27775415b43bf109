package dev.neurite.onnx;

import dev.neurite.table.NumberEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The operations of [NumberEncoder] on several columns at once, in the same order and in float32.
final class NumberGraph {
    private final GraphBuilder graph;
    private final String prefix;
    private final List<NumberEncoder> encoders;

    NumberGraph(GraphBuilder graph, String prefix, List<NumberEncoder> encoders) {
        this.graph = graph;
        this.prefix = prefix;
        this.encoders = encoders;
    }

    /// Whether each number is missing: NaN or infinite.
    ///
    /// @param x the raw numbers, (rows, columns)
    String missing(String x) {
        String nan = graph.node("IsNaN", prefix + ".nan", List.of(x));
        String infinite = graph.node("IsInf", prefix + ".infinite", List.of(x));
        return graph.node("Or", prefix + ".missing", List.of(nan, infinite));
    }

    /// The inputs of the network for these columns.
    ///
    /// @param x the raw numbers, (rows, columns)
    /// @param missing whether each is missing
    String encode(String x, String missing) {
        String values = standardized(x, missing);
        List<Integer> order = order();
        if (order.size() == encoders.size()) {
            return values;
        }
        String indicators = graph.node("Cast", prefix + ".indicators", List.of(missing), Attributes.TO_FLOAT);
        String both = graph.node("Concat", prefix + ".both", List.of(values, indicators), Attributes.ALONG_COLUMNS);
        return encoders.size() == 1 ? both : pick(both, order);
    }

    private String standardized(String x, String missing) {
        String centered = graph.node("Sub", prefix + ".centered", List.of(x, vector("mean", NumberEncoder::mean)));
        String scaled = graph.node("Div", prefix + ".scaled", List.of(centered, vector("std", NumberEncoder::std)));
        String lowest = vector("lowest", encoder -> -encoder.limit());
        String raised = graph.node("Max", prefix + ".raised", List.of(scaled, lowest));
        String highest = vector("highest", NumberEncoder::limit);
        String clipped = graph.node("Min", prefix + ".clipped", List.of(raised, highest));
        return graph.node("Where", prefix + ".values", List.of(missing, graph.scalar(0f), clipped));
    }

    private String vector(String name, ToDoubleFunction<NumberEncoder> number) {
        float[] values = new float[encoders.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) number.applyAsDouble(encoders.get(i));
        }
        return graph.floats(prefix + "." + name, values, values.length);
    }

    /// Which of all values, followed by all indicators, are inputs, in the order of the inputs.
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < encoders.size(); i++) {
            order.add(i);
            if (encoders.get(i).indicator()) {
                order.add(encoders.size() + i);
            }
        }
        return order;
    }

    private String pick(String both, List<Integer> order) {
        long[] columns = order.stream().mapToLong(Integer::longValue).toArray();
        String picked = graph.longs(prefix + ".order", columns);
        return graph.node("Gather", prefix + ".inputs", List.of(both, picked), Attributes.ALONG_COLUMNS);
    }
}
