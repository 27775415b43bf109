package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.DateEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import java.util.ArrayList;
import java.util.List;

/// From the raw columns of a table to the inputs of the network.
///
/// Columns of numbers that stand side by side are encoded together, so that a table of a thousand numbers does not
/// take thousands of nodes.
final class PreprocessingGraph {
    private final GraphBuilder graph;
    private final List<String> parts = new ArrayList<>();
    private final List<NumberEncoder> numbers = new ArrayList<>();
    private int index;

    private PreprocessingGraph(GraphBuilder graph) {
        this.graph = graph;
    }

    /// Declares the columns as inputs of the graph.
    static void addInputs(GraphBuilder graph, Preprocessing preprocessing) {
        for (Encoder encoder : preprocessing.encoders()) {
            switch (encoder.kind()) {
                case NUMBER -> graph.input(encoder.column(), DataType.FLOAT, 1, "a number; NaN if missing");
                case CATEGORY -> graph.input(encoder.column(), DataType.STRING, 1, "a category; empty if missing");
                case DATE ->
                    graph.input(encoder.column(), DataType.FLOAT, 1, "a date as days since 1970-01-01; NaN if missing");
            }
        }
    }

    /// Adds the nodes; returns the inputs of the network, (rows, inputs).
    static String add(GraphBuilder graph, Preprocessing preprocessing) {
        PreprocessingGraph all = new PreprocessingGraph(graph);
        preprocessing.encoders().forEach(all::encode);
        all.encodeNumbers();
        return all.sideBySide("inputs", all.parts);
    }

    private void encode(Encoder encoder) {
        if (encoder.width() == 0) {
            return;
        }
        switch (encoder) {
            case NumberEncoder number -> numbers.add(number);
            case CategoryEncoder category -> {
                encodeNumbers();
                parts.add(CategoryGraph.add(graph, prefix("category"), category, category.column()));
            }
            case DateEncoder date -> {
                encodeNumbers();
                parts.add(DateGraph.add(graph, prefix("date"), date, date.column()));
            }
        }
    }

    private void encodeNumbers() {
        if (numbers.isEmpty()) {
            return;
        }
        String prefix = prefix("numbers");
        NumberGraph group = new NumberGraph(graph, prefix, List.copyOf(numbers));
        String x = sideBySide(
                prefix + ".x", numbers.stream().map(NumberEncoder::column).toList());
        parts.add(group.encode(x, group.missing(x)));
        numbers.clear();
    }

    private String prefix(String kind) {
        index++;
        return kind + index;
    }

    private String sideBySide(String wanted, List<String> values) {
        return values.size() == 1 ? values.getFirst() : graph.node("Concat", wanted, values, Attributes.ALONG_COLUMNS);
    }
}
