import org.jspecify.annotations.NullMarked;

/// Schema and preprocessing of tables.
@SuppressWarnings("module") // names the modules it opens its files to, which come later in the build
@NullMarked
module dev.neurite.table {
    requires static org.jspecify;
    requires transitive dev.neurite.core;

    exports dev.neurite.table;
    exports dev.neurite.table.file to
            dev.neurite.cli,
            dev.neurite.csv,
            dev.neurite.onnx,
            dev.neurite.report;

    uses dev.neurite.table.TableFormat;
}
