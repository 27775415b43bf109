package dev.neurite.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/// A database in memory, to read one file with. It fetches no extensions and writes no files.
final class Database implements AutoCloseable {
    private final Connection connection;

    Database() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("temp_directory", "");
        connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
    }

    /// The rows of a query of two text columns.
    List<SourceColumn> pairs(String query) throws SQLException {
        List<SourceColumn> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.add(new SourceColumn(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }

    /// The rows of a query of one text column.
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// Passes each column of a query to its reader, row by row, in the order of the file.
    void read(String query, List<ColumnReader> readers) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int i = 0; i < readers.size(); i++) {
                    readers.get(i).add(rows, i + 1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
