import org.jspecify.annotations.NullMarked;

/// How fast this machine runs the kernels and a training step.
@NullMarked
module dev.neurite.bench {
    requires static org.jspecify;
    requires dev.neurite.kernels;
    requires dev.neurite.core;

    exports dev.neurite.bench;
}
