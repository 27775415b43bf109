package dev.neurite.cli;

import dev.neurite.examples.Stage;
import dev.neurite.report.Chart;
import dev.neurite.train.TrainingListener;
import java.nio.file.Path;

/// An example in a terminal: lines go to standard output, pictures to a folder.
final class ExampleStage implements Stage {
    /// How pictures are written.
    enum Format {
        PNG,
        SVG
    }

    private final Console console;
    private final Path folder;
    private final Format format;
    private final Path data;

    /// @param folder of the pictures
    /// @param data   folder of fetched data
    ExampleStage(Console console, Path folder, Format format, Path data) {
        this.console = console;
        this.folder = folder;
        this.format = format;
        this.data = data;
    }

    @Override
    public void print(String line) {
        console.print(line);
    }

    @Override
    public void save(String name, Chart chart) {
        System.setProperty("java.awt.headless", "true"); // a picture needs no screen
        Path file = folder.resolve(name + (format == Format.PNG ? ".png" : ".svg"));
        switch (format) {
            case PNG -> chart.writePng(file);
            case SVG -> chart.writeSvg(file);
        }
        console.print("Picture: " + file);
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public TrainingListener progress() {
        return console.isTerminal() ? new ProgressBar(console) : new ProgressLines(console);
    }
}
