package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.neurite.table.Target;
import java.util.ArrayList;
import java.util.List;

/// From the predictions of a network to an output for each target or number, by its name: `value_TARGET`,
/// `value_q0.9`, `variance`, `label_TARGET` and `probabilities_TARGET`.
final class TargetGraph {
    private final GraphBuilder graph;
    private final Target target;
    private final List<String> outputs = new ArrayList<>();

    TargetGraph(GraphBuilder graph, Target target) {
        this.graph = graph;
        this.target = target;
    }

    /// Declares the outputs in the order of the targets.
    void declareOutputs() {
        for (Target.Single single : target.singles()) {
            String of = target instanceof Target.Several ? "_" + single.column() : "";
            if (single instanceof Target.Regression number) {
                number.estimate().names("value", of).forEach(name -> declare(name, DataType.FLOAT, 1));
            } else {
                declare("label" + of, DataType.STRING);
                declare("probabilities" + of, DataType.FLOAT, 2);
            }
        }
    }

    private void declare(String wanted, DataType type, int... columns) {
        String name = graph.reserve(wanted);
        graph.output(name, type, columns);
        outputs.add(name);
    }

    /// Adds the nodes.
    ///
    /// @param predictions what the link gave, (rows, outputs)
    void add(String predictions) {
        boolean numbers = target.singles().getFirst() instanceof Target.Regression;
        String inUnit = numbers ? inUnit(predictions) : predictions;
        List<String> names = new ArrayList<>(outputs);
        int column = 0;
        for (Target.Single single : target.singles()) {
            if (single instanceof Target.YesNo yesNo) {
                yesNo(column(predictions, column), yesNo.labels(), names.removeFirst(), names.removeFirst());
                column++;
            } else {
                for (int i = 0; i < single.width(); i++) {
                    graph.result(
                            "Gather", names.removeFirst(), List.of(inUnit, index(column)), Attributes.ALONG_COLUMNS);
                    column++;
                }
            }
        }
    }

    private String inUnit(String predictions) {
        String scales = graph.floats("target.scales", target.scales(), target.outputs());
        String shifts = graph.floats("target.shifts", target.shifts(), target.outputs());
        String scaled = graph.node("Mul", "target.scaled", List.of(predictions, scales));
        return graph.node("Add", "target.inUnit", List.of(scaled, shifts));
    }

    private String index(int column) {
        return graph.longs("target.column" + column, column);
    }

    private String column(String values, int column) {
        return graph.node(
                "Gather", "target.probability" + column, List.of(values, index(column)), Attributes.ALONG_COLUMNS);
    }

    private void yesNo(String second, List<String> labels, String label, String probabilities) {
        String first = graph.node("Sub", "target.first", List.of(graph.scalar(1), second));
        graph.result("Concat", probabilities, List.of(first, second), Attributes.ALONG_COLUMNS);
        // of equal probabilities the first counts, as in Predictions
        String best = graph.node(
                "ArgMax",
                "mostProbable",
                List.of(probabilities),
                Attributes.ALONG_COLUMNS,
                Attributes.integer("keepdims", 0));
        graph.result("Gather", label, List.of(graph.texts("labels", labels), best));
    }
}
