package dev.neurite.examples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program to learn from, to be read from top to bottom.
public interface Example {
    /// The short name, such as `000`.
    String name();

    /// What it shows, in a line.
    String title();

    /// Runs it to its end.
    ///
    /// @throws ExampleDataException if it needs data that is not there
    void run(Stage stage);

    /// The same, measured on training examples held out and without a look at the test examples, as its settings
    /// were chosen; empty if it has no test examples.
    default Optional<Example> onHeldOut() {
        return Optional.empty();
    }

    /// All examples in order.
    static List<Example> all() {
        return Stream.concat(systems().stream(), images().stream()).toList();
    }

    /// The described systems.
    static List<Example> systems() {
        return List.of(new System000(), new System001(), new System002(), new System003(), new System004());
    }

    /// Networks that learn images, which are fetched first and take minutes.
    static List<Example> images() {
        return List.of(ImageClassifier.mnist800(), ImageClassifier.mnist1024(), ImageClassifier.fashion());
    }
}
