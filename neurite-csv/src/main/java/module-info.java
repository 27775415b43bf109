import org.jspecify.annotations.NullMarked;

/// Reads and writes CSV and TSV.
@NullMarked
module dev.neurite.csv {
    requires static org.jspecify;
    requires transitive dev.neurite.table;
    requires de.siegmar.fastcsv;

    exports dev.neurite.csv;

    provides dev.neurite.table.TableFormat with
            dev.neurite.csv.CsvFormat;
}
