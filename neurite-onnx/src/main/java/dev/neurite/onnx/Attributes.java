package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.util.List;

/// The attributes of a node.
final class Attributes {
    /// Of `Cast`: to float32.
    static final AttributeProto TO_FLOAT = integer("to", TensorProto.DataType.FLOAT_VALUE);

    /// Of `Cast`: to integers of 64 bits.
    static final AttributeProto TO_LONG = integer("to", TensorProto.DataType.INT64_VALUE);

    /// Of operators that work along an axis: within each row.
    static final AttributeProto ALONG_COLUMNS = integer("axis", 1);

    private Attributes() {}

    static AttributeProto integer(String name, long value) {
        return attribute(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto real(String name, double value) {
        return attribute(name, AttributeProto.AttributeType.FLOAT)
                .setF((float) value)
                .build();
    }

    static AttributeProto integers(String name, List<Long> values) {
        return attribute(name, AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    static AttributeProto texts(String name, List<String> values) {
        return attribute(name, AttributeProto.AttributeType.STRINGS)
                .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
