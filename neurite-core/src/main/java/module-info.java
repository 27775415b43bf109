import org.jspecify.annotations.NullMarked;

/// Networks as values, compiled into programs; models and training.
@NullMarked
module dev.neurite.core {
    requires static transitive org.jspecify;
    requires dev.neurite.kernels;

    exports dev.neurite.activation;
    exports dev.neurite.data;
    exports dev.neurite.initialize;
    exports dev.neurite.loss;
    exports dev.neurite.metric;
    exports dev.neurite.model;
    exports dev.neurite.network;
    exports dev.neurite.op;
    exports dev.neurite.optimize;
    exports dev.neurite.parameter;
    exports dev.neurite.program;
    exports dev.neurite.random;
    exports dev.neurite.train;
}
