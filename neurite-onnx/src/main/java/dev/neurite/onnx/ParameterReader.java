package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a network from the constants of a graph, bit for bit.
final class ParameterReader {
    private ParameterReader() {}

    /// @throws IllegalArgumentException if one is missing or of another size; nothing of that size is
    /// allocated then
    static Parameters read(GraphProto graph, Metadata metadata) {
        Map<String, TensorProto> constants = new HashMap<>();
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        Layout layout = Program.forPrediction(metadata.network(), 1).layout();
        List<String> names = metadata.parameters();
        if (names.size() != layout.slots().size()) {
            throw new IllegalArgumentException("there must be %d parameters, there are %d"
                    .formatted(layout.slots().size(), names.size()));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two parameters are in one place");
        }
        List<TensorProto> tensors = layout.slots().stream()
                .map(slot -> require(slot, constants.get(names.get(slot.index()))))
                .toList();
        return Parameters.ofVector(layout, vector(tensors, layout.count()));
    }

    private static float[] vector(List<TensorProto> tensors, int count) {
        float[] vector = new float[count];
        int offset = 0;
        for (TensorProto tensor : tensors) {
            Tensors.copy(tensor, vector, offset);
            offset += tensor.getRawData().size() / Float.BYTES;
        }
        return vector;
    }

    private static TensorProto require(Slot slot, @Nullable TensorProto tensor) {
        if (tensor == null) {
            throw new IllegalArgumentException("parameter %s is missing".formatted(slot.name()));
        }
        List<Long> expected = slot.role() == Role.WEIGHT
                ? List.of((long) slot.rows(), (long) slot.columns())
                : List.of((long) slot.columns());
        if (tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE
                || !tensor.getDimsList().equals(expected)
                || tensor.getRawData().size() != (long) Float.BYTES * slot.rows() * slot.columns()) {
            throw new IllegalArgumentException("parameter %s must be floats of shape %s, but has shape %s and %d bytes"
                    .formatted(
                            slot.name(),
                            expected,
                            tensor.getDimsList(),
                            tensor.getRawData().size()));
        }
        return tensor;
    }
}
