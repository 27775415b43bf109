package dev.neurite.onnx;

import dev.neurite.table.CategoryEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The operations of [CategoryEncoder].
final class CategoryGraph {
    private CategoryGraph() {}

    /// The inputs of the network for a column.
    ///
    /// A level that is empty has an input too, but no cell ever gets there: empty cells are missing.
    ///
    /// @param x the raw texts, (rows, 1), the empty one for missing
    static String add(GraphBuilder graph, String prefix, CategoryEncoder encoder, String x) {
        List<String> texts = new ArrayList<>(List.of(""));
        List<Long> inputs = new ArrayList<>(List.of((long) encoder.missingInput()));
        for (int level = 0; level < encoder.levels().size(); level++) {
            if (!encoder.levels().get(level).isEmpty()) {
                texts.add(encoder.levels().get(level));
                inputs.add((long) level);
            }
        }
        String input = graph.node(
                "LabelEncoder",
                prefix + ".input",
                List.of(x),
                Attributes.texts("keys_strings", texts),
                Attributes.integers("values_int64s", inputs),
                Attributes.integer("default_int64", encoder.otherInput()));
        return oneHot(graph, prefix, input, encoder.width());
    }

    /// One column for each of `width` indices, 1 where the index is that one, else 0; zeros for an index of -1.
    ///
    /// @param index the indices, (rows, 1)
    static String oneHot(GraphBuilder graph, String prefix, String index, int width) {
        String all = graph.longs(prefix + ".indices", LongStream.range(0, width).toArray());
        String equal = graph.node("Equal", prefix + ".equal", List.of(index, all));
        return graph.node("Cast", prefix + ".oneHot", List.of(equal), Attributes.TO_FLOAT);
    }
}
