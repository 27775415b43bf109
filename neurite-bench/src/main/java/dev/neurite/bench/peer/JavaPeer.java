package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A library of Java, timed by a program in one source file, which Java compiles when it starts; so neither the build
/// nor the product needs the library.
///
/// @param kind   the kind of cases that it takes
/// @param source the program
/// @param jars   the folder of the library's jars
record JavaPeer(String key, String name, String kind, Path source, Path jars) implements Peer {
    private record Known(String key, String name, String jar, String kind, String source) {}

    private static final List<Known> KNOWN = List.of(
            new Known("onnxruntime-java", "ONNX Runtime", "onnxruntime", "predict", "OnnxRuntimePeer.java"),
            new Known("dl4j", "Deeplearning4j", "deeplearning4j-nn", "step", "Deeplearning4jPeer.java"));

    /// The libraries whose jars are in a folder.
    ///
    /// @param scratch takes the programs
    static List<JavaPeer> installed(Path jars, Path scratch) throws IOException {
        List<JavaPeer> peers = new ArrayList<>();
        for (Known known : KNOWN) {
            String version = version(jars, known.jar);
            if (!version.isEmpty()) {
                String name = known.name + " " + version + " (Java)";
                peers.add(new JavaPeer(known.key, name, known.kind, Resources.copy(known.source, scratch), jars));
            }
        }
        return peers;
    }

    private static String version(Path folder, String jar) {
        Pattern pattern = Pattern.compile(Pattern.quote(jar) + "-(\\d[^-]*(-M[\\d.]+)?)\\.jar");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> pattern.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean takes(Benchmark benchmark, int threads) {
        return Peer.kind(benchmark).equals(kind);
    }

    @Override
    public List<String> command(Benchmark benchmark, int threads, double seconds, Path model) {
        List<String> command = new ArrayList<>(Own.java());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jars + File.separator + "*",
                source.toString(),
                benchmark.name(),
                String.valueOf(threads),
                String.valueOf(seconds),
                model.toString()));
        return command;
    }
}
