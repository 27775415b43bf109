package dev.neurite.cli;

import dev.neurite.table.CellFormat;
import dev.neurite.table.Table;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/// The options of all commands that read tables which say how cells are written. No model keeps them.
final class FormatOptions {
    @Option(
            names = "--decimal",
            defaultValue = ".",
            paramLabel = "MARK",
            description =
                    "The decimal mark of the table, . or , (default: ${DEFAULT-VALUE}); with , points stand between"
                            + " thousands.")
    private String decimal = ".";

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "TEXT",
            description = "Texts that count as missing cells besides the empty one: NA,none.")
    private List<String> missing = List.of();

    /// Refuses what is wrong whatever the files hold.
    void check() {
        format();
    }

    /// Reads a whole table that is written so.
    Table read(Path file) {
        return format().read(Tables.read(file));
    }

    /// A table as it is written so.
    Table read(Table table) {
        return format().read(table);
    }

    private CellFormat format() {
        if (!decimal.equals(".") && !decimal.equals(",")) {
            throw CommandFailure.usage("--decimal must be \".\" or \",\", got " + decimal + ".");
        }
        Set<String> texts = new LinkedHashSet<>();
        missing.forEach(text -> texts.add(text.strip()));
        return new CellFormat(decimal.equals(","), texts);
    }
}
