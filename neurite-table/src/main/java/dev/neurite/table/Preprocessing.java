package dev.neurite.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// How the rows of a table become the inputs of a network: one encoder for each column that is read, in order.
///
/// Plain data, fitted once on the rows to learn from. Everything after that reads columns by these encoders and
/// infers nothing.
///
/// @param encoders the encoders, at least one, no column twice
public record Preprocessing(List<Encoder> encoders) {
    /// Copies the list.
    public Preprocessing {
        encoders = List.copyOf(encoders);
        new Schema(features(encoders)); // checks
    }

    /// Fits encoders on some rows of a table.
    ///
    /// - Numbers and days are standardised by their mean and standard deviation (of a population), missing ones
    ///   taken as the mean, with an indicator if there are any. Values far from all others, a 999999 for "unknown",
    ///   count as if they lay only 10 times the distance between the 5 % and the 95 % quantile beyond these.
    /// - Categories are one-hot over the texts that these rows hold, in the order of the texts; of more than 100
    ///   the 99 most frequent are kept (of equally frequent ones the first in order) and the others pooled. A
    ///   missing cell is a category of its own if there are any.
    ///
    /// @param rows the rows to learn from, in any order
    /// @param notes takes what was done beyond that, in the order of the columns
    /// @throws DataFormatException if a column of the schema is not there or holds what it should not
    public static Preprocessing fit(Table table, Schema schema, int[] rows, Consumer<Note> notes) {
        int[] ascending = Arrays.stream(rows).sorted().toArray();
        EncoderFit fit = new EncoderFit(table, ascending, notes);
        Preprocessing preprocessing =
                new Preprocessing(schema.features().stream().map(fit::fit).toList());
        if (preprocessing.width() > rows.length) {
            notes.accept(new Note(
                    "",
                    preprocessing.width(),
                    "There are more inputs (%d) than rows to learn from (%d), so the network can learn these by heart."
                            .formatted(preprocessing.width(), rows.length)));
        }
        return preprocessing;
    }

    /// [#fit] with nobody to hear the notes.
    public static Preprocessing fit(Table table, Schema schema, int[] rows) {
        return fit(table, schema, rows, new ArrayList<Note>()::add);
    }

    /// The columns that are read.
    public Schema schema() {
        return new Schema(features(encoders));
    }

    private static List<Feature> features(List<Encoder> encoders) {
        return encoders.stream()
                .map(encoder -> new Feature(encoder.column(), encoder.kind()))
                .toList();
    }

    /// Some rows of a table through these encoders.
    ///
    /// @throws DataFormatException if the table lacks a column that is read, or one of the rows holds a text where
    ///     a number or a date is read
    public EncodedTable encode(Table table, int[] rows) {
        return new EncodedTable(this, table, rows);
    }

    /// All rows of a table through these encoders.
    public EncodedTable encode(Table table) {
        return encode(table, IntStream.range(0, table.rows()).toArray());
    }

    /// How many inputs a row becomes.
    public int width() {
        return encoders.stream().mapToInt(Encoder::width).sum();
    }

    /// A name for each input.
    public List<String> inputNames() {
        return encoders.stream()
                .flatMap(encoder -> encoder.inputNames().stream())
                .toList();
    }
}
