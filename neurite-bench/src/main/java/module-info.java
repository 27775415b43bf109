import org.jspecify.annotations.NullMarked;

/// How fast this machine runs the kernels and a training step.
@NullMarked
module dev.neurite.bench {
    requires static org.jspecify;
    requires dev.neurite.kernels;
    requires transitive dev.neurite.core;
    requires dev.neurite.onnx;
    requires java.management;

    exports dev.neurite.bench;
    exports dev.neurite.bench.peer;
}
