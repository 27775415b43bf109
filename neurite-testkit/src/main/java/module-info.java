import org.jspecify.annotations.NullMarked;

/// Contract tests for activations, losses, optimizers, initializers and layers, one's own and the built-in ones.
@NullMarked
module dev.neurite.testkit {
    requires static org.jspecify;
    requires transitive dev.neurite.core;
    requires dev.neurite.textbook;
    requires jdk.management;

    exports dev.neurite.testkit;
}
