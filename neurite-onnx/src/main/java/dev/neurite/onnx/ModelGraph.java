package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.neurite.loss.Gaussian;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.util.List;

/// The whole way from what a model is given to what it says, as one graph.
///
/// @param graph the graph
/// @param parameters the names of the constants that hold the parameters, in the order of their layout
record ModelGraph(GraphProto graph, List<String> parameters) {
    static ModelGraph of(TableModel model) {
        GraphBuilder graph = new GraphBuilder();
        PreprocessingGraph.addInputs(graph, model.preprocessing());
        return switch (model.target()) {
            case Target.Classification classification -> classification(graph, model, classification.labels());
            case Target.Regression regression when regression.width() == 1 -> regression(graph, model, regression);
            default -> outputsOfEach(graph, model);
        };
    }

    /// A model with outputs of their own for each target, or for each number that is said about it.
    private static ModelGraph outputsOfEach(GraphBuilder graph, TableModel model) {
        TargetGraph targets = new TargetGraph(graph, model.target());
        targets.declareOutputs();
        NetworkGraph layers = new NetworkGraph(graph, model.model());
        String predictions = graph.reserve("predictions");
        link(graph, model.model(), predictions, logits(graph, layers, model));
        targets.add(predictions);
        return new ModelGraph(graph.build(), layers.parameterNames());
    }

    static ModelGraph of(Model model) {
        GraphBuilder graph = new GraphBuilder();
        graph.input("input", DataType.FLOAT, model.network().inputs(), "the numbers of an example");
        String output = output(graph, "output", DataType.FLOAT, model.network().outputs());
        NetworkGraph layers = new NetworkGraph(graph, model);
        link(graph, model, output, layers.add(model.network(), "input"));
        return new ModelGraph(graph.build(), layers.parameterNames());
    }

    private static ModelGraph classification(GraphBuilder graph, TableModel model, List<String> labels) {
        String label = output(graph, "label", DataType.STRING);
        String probabilities = output(graph, "probabilities", DataType.FLOAT, labels.size());
        NetworkGraph layers = new NetworkGraph(graph, model.model());
        link(graph, model.model(), probabilities, logits(graph, layers, model));
        // of equal probabilities the first counts, as in Predictions
        String best = graph.node(
                "ArgMax",
                "mostProbable",
                List.of(probabilities),
                Attributes.ALONG_COLUMNS,
                Attributes.integer("keepdims", 0));
        graph.result("Gather", label, List.of(graph.texts("labels", labels), best));
        return new ModelGraph(graph.build(), layers.parameterNames());
    }

    private static ModelGraph regression(GraphBuilder graph, TableModel model, Target.Regression target) {
        String value = output(graph, "value", DataType.FLOAT, 1);
        NetworkGraph layers = new NetworkGraph(graph, model.model());
        String prediction = logits(graph, layers, model);
        if (model.model().link() != Link.IDENTITY) {
            String logits = prediction;
            prediction = graph.reserve("predictions");
            link(graph, model.model(), prediction, logits);
        }
        String std = graph.floats("target.std", new float[] {target.std()});
        String mean = graph.floats("target.mean", new float[] {target.mean()});
        String scaled = graph.node("Mul", "target.scaled", List.of(prediction, std));
        graph.result("Add", value, List.of(scaled, mean));
        return new ModelGraph(graph.build(), layers.parameterNames());
    }

    private static String logits(GraphBuilder graph, NetworkGraph layers, TableModel model) {
        return layers.add(model.model().network(), PreprocessingGraph.add(graph, model.preprocessing()));
    }

    private static String output(GraphBuilder graph, String wanted, DataType type, int... columns) {
        String name = graph.reserve(wanted);
        graph.output(name, type, columns);
        return name;
    }

    private static void link(GraphBuilder graph, Model model, String output, String logits) {
        int columns = model.network().outputs();
        List<String> inputs = List.of(logits);
        switch (model.link()) {
            case IDENTITY -> graph.result("Identity", output, inputs);
            case SOFTMAX -> graph.result("Softmax", output, inputs, Attributes.ALONG_COLUMNS);
            case SIGMOID -> graph.result("Sigmoid", output, inputs);
            case EXP -> graph.result("Exp", output, inputs);
            case GAUSSIAN -> gaussian(graph, output, logits, columns);
        }
    }

    /// Of each two columns the second, `softplus(s) + 10⁻⁶`.
    private static void gaussian(GraphBuilder graph, String output, String logits, int columns) {
        float[] second = new float[columns];
        for (int j = 1; j < columns; j += 2) {
            second[j] = 1;
        }
        String marks = graph.floats("link.variances", second, columns);
        String isVariance = graph.node("Greater", "link.isVariance", List.of(marks, graph.scalar(0.5f)));
        String softplus = graph.node("Softplus", "link.softplus", List.of(logits));
        String minimum = graph.scalar((float) Gaussian.MINIMUM_VARIANCE);
        String variance = graph.node("Add", "link.variance", List.of(softplus, minimum));
        graph.result("Where", output, List.of(isVariance, variance, logits));
    }
}
