package dev.neurite.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;

/// Reads one stream: finds the separator from its start, then passes every field to the columns.
final class CsvTableReader {
    private static final int START = 1 << 16;

    private CsvTableReader() {}

    static Table read(String name, boolean tabbed, InputStream in) throws IOException {
        try (PushbackReader reader = new PushbackReader(new Utf8Reader(name, in), START)) {
            char separator = tabbed ? '\t' : separator(reader);
            return read(new TableHandler(name, separator), separator, reader);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static char separator(PushbackReader reader) throws IOException {
        char[] start = new char[START];
        int length = 0;
        int count = 0;
        while (count >= 0 && length < START) {
            count = reader.read(start, length, START - length);
            length += Math.max(0, count);
        }
        reader.unread(start, 0, length);
        return Separator.of(new String(start, 0, length), length < START);
    }

    private static Table read(TableHandler handler, char separator, Reader reader) throws IOException {
        try (CsvReader<Boolean> records = Separator.builder(separator).build(handler, reader)) {
            for (var each = records.iterator(); each.hasNext(); ) {
                each.next();
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof DataFormatException refused) {
                throw refused;
            }
            throw handler.badQuotes(e);
        }
        return handler.table();
    }
}
