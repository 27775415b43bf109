package dev.neurite.bench.peer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The programs of peers, which are beside the classes.
final class Resources {
    private Resources() {}

    /// Writes a program to a folder.
    static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream program = Resources.class.getResourceAsStream(name)) {
            if (program == null) {
                throw new FileNotFoundException(name);
            }
            Files.copy(program, file);
        }
        return file;
    }
}
