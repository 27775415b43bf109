package dev.neurite.examples;

import java.util.List;

/// A program to learn from, to be read from top to bottom.
public interface Example {
    /// The short name, such as `000`.
    String name();

    /// What it shows, in a line.
    String title();

    /// Runs it to its end.
    void run(Stage stage);

    /// All examples in order.
    static List<Example> all() {
        return List.of(new System000(), new System001(), new System002(), new System003(), new System004());
    }
}
