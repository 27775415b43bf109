package dev.neurite.examples;

import dev.neurite.report.Chart;
import dev.neurite.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A stage that remembers what it was shown, and writes the pictures to a folder.
final class Recording implements Stage {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private int events;

    Recording(Path folder) {
        this.folder = folder;
    }

    /// Runs an example.
    static Recording of(Example example, Path folder) {
        Recording recording = new Recording(folder);
        example.run(recording);
        return recording;
    }

    @Override
    public void print(String line) {
        lines.add(line);
    }

    @Override
    public void save(String name, Chart chart) {
        chart.writePng(folder.resolve(name + ".png"));
        pictures.add(name);
    }

    @Override
    public Path data() {
        return folder;
    }

    @Override
    public TrainingListener progress() {
        return event -> events++;
    }

    List<String> lines() {
        return lines;
    }

    List<String> pictures() {
        return pictures;
    }

    int events() {
        return events;
    }

    /// The numbers behind `start` in the line that begins with it.
    double[] numbers(String start) {
        String line = lines.stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + start + " in " + lines));
        return numbersIn(line.substring(start.length()));
    }

    /// All numbers in a text.
    static double[] numbersIn(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group()))
                .toArray();
    }
}
