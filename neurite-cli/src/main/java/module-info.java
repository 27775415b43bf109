import org.jspecify.annotations.NullMarked;

/// The command line.
@NullMarked
module dev.neurite.cli {
    requires static org.jspecify;
    requires dev.neurite.core;
    requires dev.neurite.table;
    requires dev.neurite.csv;
    requires dev.neurite.duckdb;
    requires dev.neurite.onnx;
    requires dev.neurite.report;
    requires dev.neurite.textbook;
    requires dev.neurite.examples;
    requires dev.neurite.bench;
    requires info.picocli;
    requires jdk.unsupported; // signals
    requires tools.jackson.databind;

    opens dev.neurite.cli to
            info.picocli;
}
