package dev.neurite.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the module.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Neurite " + number()};
    }

    /// The version number alone, such as `0.1.0`.
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties could not be read", e);
        }
        return properties.getProperty("version");
    }
}
