import org.jspecify.annotations.NullMarked;

/// Networks as values, compiled into programs; models and training.
@NullMarked
module dev.neurite.core {
    requires static org.jspecify;
    requires dev.neurite.kernels;
}
