import org.jspecify.annotations.NullMarked;

/// Model files in and out, as ONNX.
@NullMarked
module dev.neurite.onnx {
    requires static org.jspecify;
    requires transitive dev.neurite.table;
    requires org.tribuo.util.onnx;
    requires com.google.protobuf;

    exports dev.neurite.onnx;
}
