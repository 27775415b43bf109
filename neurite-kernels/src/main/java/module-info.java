import org.jspecify.annotations.NullMarked;

/// Loops over `float[]`; the only code that names the Vector API.
@SuppressWarnings("module") // names the two modules it opens to, which come later in the build
@NullMarked
module dev.neurite.kernels {
    requires static org.jspecify;
    requires static jdk.incubator.vector;
    requires jdk.management;

    exports dev.neurite.kernels to
            dev.neurite.core,
            dev.neurite.bench;
}
