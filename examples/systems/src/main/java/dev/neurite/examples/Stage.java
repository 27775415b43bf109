package dev.neurite.examples;

import dev.neurite.report.Chart;
import dev.neurite.train.TrainingListener;
import java.nio.file.Path;
import java.util.Locale;

/// Where an example shows what it does.
public interface Stage {
    /// Prints a line.
    void print(String line);

    /// Prints a line made of a format and values, the same in every country.
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
    default void print(String format, Object... values) {
        print(String.format(Locale.ROOT, format, values));
    }

    /// Keeps a picture under a name without ending.
    void save(String name, Chart chart);

    /// Folder of the data that is too large to be part of the examples.
    Path data();

    /// Shows how far a training is.
    TrainingListener progress();
}
