import org.jspecify.annotations.NullMarked;

/// Programs to learn from.
@NullMarked
module dev.neurite.examples {
    requires static org.jspecify;
    requires transitive dev.neurite.core;
    requires transitive dev.neurite.report;
    requires dev.neurite.textbook;

    exports dev.neurite.examples;
}
