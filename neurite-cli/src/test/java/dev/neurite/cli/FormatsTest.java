package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same penguins in every format train the same model, byte for byte.
class FormatsTest {
    @TempDir
    private Path folder;

    private byte[] expected = {};

    @BeforeEach
    void trainOnCsv() throws IOException {
        expected = train(Cli.PENGUINS);
    }

    private byte[] train(Path data) throws IOException {
        Path model = folder.resolve("model.onnx");
        Cli.run("train", data, "--target", "species", "--epochs", 2, "--quiet", "--out", model)
                .isDone();
        return Files.readAllBytes(model);
    }

    @Test
    void train_onTsv_givesTheSameModel() throws IOException {
        Path file = folder.resolve("penguins.tsv");
        Files.writeString(file, Files.readString(Cli.PENGUINS).replace(',', '\t'));

        assertThat(train(file)).isEqualTo(expected);
    }

    @Test
    void train_onGzippedCsv_givesTheSameModel() throws IOException {
        Path file = folder.resolve("penguins.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(Cli.PENGUINS, out);
        }

        assertThat(train(file)).isEqualTo(expected);
    }

    @Test
    void train_onParquet_givesTheSameModel() throws IOException, SQLException {
        assertThat(train(exported("penguins.parquet", "FORMAT parquet"))).isEqualTo(expected);
    }

    @Test
    void train_onJson_givesTheSameModel() throws IOException, SQLException {
        assertThat(train(exported("penguins.json", "FORMAT json, ARRAY true"))).isEqualTo(expected);
    }

    @Test
    void evaluate_onParquet_measuresTheSameAsOnCsv() throws IOException, SQLException {
        train(Cli.PENGUINS);

        Cli.Run fromCsv = Cli.run("evaluate", folder.resolve("model.onnx"), Cli.PENGUINS, "--json");
        Cli.Run fromParquet =
                Cli.run("evaluate", folder.resolve("model.onnx"), exported("p.parquet", "FORMAT parquet"), "--json");

        assertThat(fromParquet.isDone().json().at("/metrics"))
                .isEqualTo(fromCsv.isDone().json().at("/metrics"));
    }

    private Path exported(String name, String format) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('%s', header = true)) TO '%s' (%s)"
                    .formatted(Cli.PENGUINS, file, format));
        }
        return file;
    }
}
