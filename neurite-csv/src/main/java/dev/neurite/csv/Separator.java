package dev.neurite.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Which character stands between the fields: one of `,` `;` tab `|`.
///
/// The start of the file, up to [#RECORDS] records, is split by each of them. Those that leave the header in one piece
/// are out; of the others the one wins by which the most records get as many fields as the header, then the one with
/// the most fields, then the first of the list. If none splits the header, the file has one column.
final class Separator {
    static final int RECORDS = 100;

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Separator() {}

    /// @param start the start of the file
    /// @param complete whether that is all of it; if not, its last record is cut somewhere and does not count
    static char of(String start, boolean complete) {
        char best = ',';
        double bestAgreeing = 0;
        int bestFields = 1;
        for (char candidate : CANDIDATES) {
            List<Integer> fields = fieldCounts(start, complete, candidate);
            int header = fields.isEmpty() ? 0 : fields.getFirst();
            double agreeing = fields.stream().filter(count -> count == header).count() / (double) fields.size();
            boolean better = agreeing > bestAgreeing || (agreeing == bestAgreeing && header > bestFields);
            if (header > 1 && better) {
                best = candidate;
                bestAgreeing = agreeing;
                bestFields = header;
            }
        }
        return best;
    }

    private static List<Integer> fieldCounts(String start, boolean complete, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean ended = false;
        try (CsvReader<CsvRecord> records = builder(candidate).ofCsvRecord(start)) {
            var iterator = records.iterator();
            while (counts.size() < RECORDS && iterator.hasNext()) {
                counts.add(iterator.next().getFieldCount());
            }
            ended = !iterator.hasNext();
        } catch (CsvParseException e) {
            // a quote that this candidate does not understand; what was read until then counts
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ended && !complete && counts.size() > 1) {
            counts.removeLast();
        }
        return counts;
    }

    static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }
}
