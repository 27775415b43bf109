package dev.neurite.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the checkout that the checks read.
final class Sources {
    /// The tests run in the folder of their module.
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Sources() {}

    /// The modules that have code to judge, which is all but this one.
    static List<Path> modules() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return Stream.concat(folders, Stream.of(ROOT.resolve("examples/systems")))
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("cannot list " + ROOT, e);
        }
    }

    /// Every file under the folder `inside` of each module whose name ends in `suffix`.
    static List<Path> files(String inside, String suffix) {
        return modules().stream()
                .map(module -> module.resolve(inside))
                .filter(Files::isDirectory)
                .flatMap(Sources::walk)
                .filter(file -> file.getFileName().toString().endsWith(suffix))
                .toList();
    }

    /// Every compiled class of the modules.
    static Stream<Class<?>> classes() {
        return files("target/classes", ".class").stream()
                .map(Sources::className)
                .filter(name -> !name.endsWith("-info"))
                .map(Sources::load);
    }

    private static String className(Path file) {
        String path = file.toString().replace('\\', '/');
        String root = "/target/classes/";
        return path.substring(path.indexOf(root) + root.length(), path.length() - ".class".length())
                .replace('/', '.');
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Sources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("compiled, but not on the class path: " + name, e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    /// A file as the reader of a failure knows it: from the root of the checkout.
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + folder, e);
        }
    }
}
