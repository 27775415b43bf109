package dev.neurite.table;

import java.util.Arrays;
import java.util.List;

/// A column of texts as written, coded by a dictionary.
///
/// An empty or blank text is a missing cell, but to a category only an empty one. A *typed* column comes from a source
/// that knows texts from numbers (Parquet, JSON): its cells are categories and nothing else is inferred from them,
/// whatever they look like.
public final class TextColumn implements Column {
    private final String name;
    private final Dictionary dictionary;
    private final int[] codes;
    private final boolean typed;

    private TextColumn(String name, Dictionary dictionary, int[] codes, boolean typed) {
        this.name = name;
        this.dictionary = dictionary;
        this.codes = codes;
        this.typed = typed;
    }

    /// A column of these cells, whose type is to be inferred.
    public static TextColumn of(String name, List<String> cells) {
        Builder builder = builder(name);
        cells.forEach(builder::add);
        return builder.build();
    }

    /// Collects a column whose type is to be inferred.
    public static Builder builder(String name) {
        return new Builder(name, false);
    }

    /// Collects a column that its source declares to be text.
    public static Builder typedBuilder(String name) {
        return new Builder(name, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public int code(int row) {
        return codes[row];
    }

    @Override
    public int codes() {
        return dictionary.size();
    }

    @Override
    public String textOf(int code) {
        return dictionary.text(code);
    }

    @Override
    public boolean missingCode(int code) {
        return dictionary.blank(code);
    }

    /// Whether the source declares these cells to be text.
    public boolean typed() {
        return typed;
    }

    /// This column with another text for each code.
    TextColumn withTexts(String[] texts) {
        Builder builder = new Builder(name, typed);
        for (int code : codes) {
            builder.add(texts[code]);
        }
        return builder.build();
    }

    Dictionary dictionary() {
        return dictionary;
    }

    @Override
    public String toString() {
        return "TextColumn[" + name + ", " + codes.length + " rows]";
    }

    /// Collects the cells of a column, one row after another.
    public static final class Builder {
        private final String name;
        private final boolean typed;
        private final Dictionary.Builder dictionary = new Dictionary.Builder();
        private int[] codes = new int[64];
        private int rows;

        private Builder(String name, boolean typed) {
            this.name = name;
            this.typed = typed;
        }

        /// Adds the next row's cell.
        public void add(String text) {
            append(dictionary.add(text));
        }

        /// Adds the next row's cell from part of a buffer; makes no `String` of it.
        public void add(char[] buffer, int offset, int length) {
            append(dictionary.add(buffer, offset, length));
        }

        private void append(int code) {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, 2 * rows);
            }
            codes[rows++] = code;
        }

        /// The column of the cells so far.
        public TextColumn build() {
            return new TextColumn(name, dictionary.build(), Arrays.copyOf(codes, rows), typed);
        }
    }
}
