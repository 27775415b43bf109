import org.jspecify.annotations.NullMarked;

/// Schema and preprocessing of tables.
@NullMarked
module dev.neurite.table {
    requires static org.jspecify;
    requires transitive dev.neurite.core;

    exports dev.neurite.table;

    uses dev.neurite.table.TableFormat;
}
