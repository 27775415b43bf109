package dev.neurite.csv;

import dev.neurite.table.DataFormatException;
import dev.neurite.table.Table;
import dev.neurite.table.file.WholeFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Tables as text files: comma, semicolon, tab or bar between the fields, quotes as in RFC 4180, UTF-8.
///
/// The first line names the columns. Cells stay text as written, an empty one is missing, no line is skipped and no
/// name is changed.
public final class Csv {
    private Csv() {}

    /// Reads a file; one whose name ends in `.gz` is decompressed.
    ///
    /// A `.tsv` is separated by tabs; for other names the separator is found by the rule of [Separator].
    ///
    /// @throws DataFormatException if the file cannot be read; if it is empty, has a header only, is not UTF-8, has
    ///     a row with more or fewer fields than the header, or a quote that is not closed; if a column has no name
    ///     or two have the same
    public static Table read(Path file) {
        String fileName = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new DataFormatException(file + " is a directory; a CSV file is needed.");
        }
        try (InputStream in = open(file, fileName)) {
            return CsvTableReader.read(fileName, isTabbed(fileName), in);
        } catch (NoSuchFileException e) {
            throw new DataFormatException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new DataFormatException("The file " + file + " may not be read: permission denied.", e);
        } catch (ZipException | EOFException e) {
            throw new DataFormatException(
                    "The file %s is no whole gzip file, as its name says it is: it is of another kind, damaged or cut off."
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new DataFormatException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// Writes a table as a file, complete or not at all: to a temporary name beside it, forced to the
    /// disk, renamed.
    ///
    /// A `.tsv` is separated by tabs, anything else by commas; a name that ends in `.gz` is compressed.
    ///
    /// @throws DataFormatException if the file cannot be written
    public static void write(Table table, Path file) {
        String fileName = String.valueOf(file.getFileName());
        try {
            WholeFile.write(file, out -> CsvTableWriter.write(table, isTabbed(fileName), isZipped(fileName), out));
        } catch (IOException e) {
            throw new DataFormatException("%s cannot be written: %s.".formatted(file, WholeFile.reason(e)), e);
        }
    }

    /// Writes a table, separated by commas, to a stream, which is flushed and stays open.
    ///
    /// @throws IOException if the stream cannot be written to
    public static void write(Table table, OutputStream out) throws IOException {
        CsvTableWriter.write(table, false, false, out);
    }

    private static InputStream open(Path file, String fileName) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!isZipped(fileName)) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isZipped(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static boolean isTabbed(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tsv") || lower.endsWith(".tsv.gz");
    }
}
