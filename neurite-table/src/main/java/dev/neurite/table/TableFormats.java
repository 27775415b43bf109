package dev.neurite.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/// Reads a table in whichever format its name says, out of those on the module or class path.
public final class TableFormats {
    private TableFormats() {}

    /// Reads a whole file.
    ///
    /// @throws DataFormatException if no format has this extension, or the file cannot be used
    public static Table read(Path file) {
        String fileName = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        List<TableFormat> formats = all();
        for (TableFormat format : formats) {
            if (format.extensions().stream().anyMatch(fileName::endsWith)) {
                return format.read(file);
            }
        }
        throw new DataFormatException("%s is not a table that can be read here; the name of one ends in %s."
                .formatted(file, String.join(", ", extensions(formats))));
    }

    private static List<TableFormat> all() {
        return ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static List<String> extensions(List<TableFormat> formats) {
        return formats.stream()
                .flatMap(format -> format.extensions().stream())
                .sorted()
                .toList();
    }
}
