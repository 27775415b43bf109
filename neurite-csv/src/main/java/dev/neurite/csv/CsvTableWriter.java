package dev.neurite.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.neurite.table.Column;
import dev.neurite.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes the cells of a table as text, in quotes only where they need them, with `\n` at the end of a line.
final class CsvTableWriter {
    private CsvTableWriter() {}

    static void write(Table table, boolean tabbed, boolean zipped, OutputStream out) throws IOException {
        if (!zipped) {
            write(table, tabbed, out);
            return;
        }
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        write(table, tabbed, zip);
        zip.finish();
    }

    private static void write(Table table, boolean tabbed, OutputStream out) throws IOException {
        List<Column> columns = table.columns();
        // an empty cell alone in its line would be an empty line
        QuoteStrategies quotes = columns.size() == 1 ? QuoteStrategies.EMPTY : QuoteStrategies.REQUIRED;
        try {
            CsvWriter writer = CsvWriter.builder()
                    .fieldSeparator(tabbed ? '\t' : ',')
                    .quoteStrategy(quotes)
                    .lineDelimiter(LineDelimiter.LF)
                    .build(out);
            writer.writeRecord(table.columnNames());
            for (int row = 0; row < table.rows(); row++) {
                var record = writer.writeRecord();
                for (Column column : columns) {
                    record.writeField(column.text(row));
                }
                record.endRecord();
            }
            writer.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
