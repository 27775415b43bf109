package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Constants of a graph as the bytes of their numbers, which keeps every bit.
final class Tensors {
    private Tensors() {}

    static TensorProto.Builder floats(float[] values, int... dimensions) {
        ByteBuffer bytes = littleEndian(Float.BYTES, values.length);
        bytes.asFloatBuffer().put(values);
        return tensor(TensorProto.DataType.FLOAT, bytes, dimensions);
    }

    static TensorProto.Builder longs(long[] values, int... dimensions) {
        ByteBuffer bytes = littleEndian(Long.BYTES, values.length);
        bytes.asLongBuffer().put(values);
        return tensor(TensorProto.DataType.INT64, bytes, dimensions);
    }

    /// Copies the numbers of a tensor of floats to `target`, from `offset` on.
    static void copy(TensorProto tensor, float[] target, int offset) {
        ByteString bytes = tensor.getRawData();
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(target, offset, bytes.size() / Float.BYTES);
    }

    private static ByteBuffer littleEndian(int size, int count) {
        return ByteBuffer.allocate(Math.multiplyExact(size, count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, ByteBuffer bytes, int... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setDataType(type.getNumber())
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
        for (int size : dimensions) {
            tensor.addDims(size);
        }
        return tensor;
    }
}
