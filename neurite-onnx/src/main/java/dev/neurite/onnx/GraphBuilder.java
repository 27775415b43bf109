package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts a graph together, node by node, and keeps the names of its values apart.
///
/// Every method that adds a value returns its name, which is the wanted one, with as many underscores behind it as it
/// takes to be new. Inputs come first, so they have the names that are wanted.
final class GraphBuilder {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("neurite");
    private final Set<String> names = new HashSet<>();
    private final Map<Float, String> scalars = new HashMap<>();

    /// Takes a name that no other value has.
    String reserve(String wanted) {
        String name = wanted;
        while (!names.add(name)) {
            name += "_";
        }
        return name;
    }

    /// Adds an input of shape (rows, columns).
    ///
    /// @throws IllegalArgumentException if the name is empty or taken, since callers know inputs by their names
    void input(String name, TensorProto.DataType type, int columns, String description) {
        if (name.isEmpty() || !names.add(name)) {
            throw new IllegalArgumentException("an input of a graph must have a name of its own, got '" + name + "'");
        }
        graph.addInput(value(name, type, columns).setDocString(description));
    }

    /// Declares an output of shape (rows, columns), or (rows) if `columns` is none; its name is reserved already.
    void output(String name, TensorProto.DataType type, int... columns) {
        graph.addOutput(value(name, type, columns));
    }

    private static ValueInfoProto.Builder value(String name, TensorProto.DataType type, int... columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("rows");
        for (int size : columns) {
            shape.addDimBuilder().setDimValue(size);
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }

    /// Adds a constant of floats.
    String floats(String wanted, float[] values, int... dimensions) {
        return constant(wanted, Tensors.floats(values, dimensions));
    }

    /// Adds a constant vector of integers.
    String longs(String wanted, long... values) {
        return constant(wanted, Tensors.longs(values, values.length));
    }

    /// Adds a constant vector of texts.
    String texts(String wanted, List<String> values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.STRING_VALUE)
                .addDims(values.size());
        values.forEach(text -> tensor.addStringData(ByteString.copyFromUtf8(text)));
        return constant(wanted, tensor);
    }

    /// A constant number, added once.
    String scalar(float value) {
        return scalars.computeIfAbsent(value, key -> floats("constant." + key, new float[] {key}));
    }

    /// Adds a constant integer.
    String scalar(String wanted, long value) {
        return constant(wanted, Tensors.longs(new long[] {value}));
    }

    private String constant(String wanted, TensorProto.Builder tensor) {
        String name = reserve(wanted);
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /// Adds a node with one output.
    String node(String operator, String wanted, List<String> inputs, AttributeProto... attributes) {
        String output = reserve(wanted);
        result(operator, output, inputs, attributes);
        return output;
    }

    /// Adds a node that gives an output of the graph.
    void result(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes));
        if (operator.equals("LabelEncoder")) {
            node.setDomain(Opsets.ML);
        }
        graph.addNode(node);
    }

    GraphProto build() {
        return graph.build();
    }
}
