import org.jspecify.annotations.NullMarked;

/// The same networks in double precision and plain loops.
@NullMarked
module dev.neurite.textbook {
    requires static org.jspecify;
    requires transitive dev.neurite.core;

    exports dev.neurite.textbook;
}
