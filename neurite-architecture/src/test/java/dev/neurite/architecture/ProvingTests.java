package dev.neurite.architecture;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The texts of the test classes, each with those of the classes that its cases come from.
final class ProvingTests {
    private static final Pattern PROVIDER = Pattern.compile("@MethodSource\\(\"[\\w.]*?(\\w+)#\\w+\"\\)");

    /// Tests that compare with what others computed, or with differences: the strongest proof.
    private static final Pattern REFERENCE =
            Pattern.compile("Reference|Recorded|Scikit|Torch|GradientCheck|Contract|BuiltIn");

    /// Tests that use tools, but of something else: of allocations, of settings as they are written, of bad input.
    private static final Pattern OF_ELSE = Pattern.compile("Allocation|Options|WrongUsage|BadInput|DamagedFile|Custom");

    private static final int MOST = 3;
    private static final List<Path> FILES = Sources.files("src/test/java", ".java");
    private static final Map<String, Long> COUNTS =
            FILES.stream().collect(Collectors.groupingBy(ProvingTests::name, Collectors.counting()));

    private final Map<Path, String> texts = new TreeMap<>();

    ProvingTests() {
        for (Path file : FILES) {
            if (name(file).endsWith("Test") && !OF_ELSE.matcher(name(file)).find()) {
                texts.put(file, withProviders(text(file)));
            }
        }
    }

    /// The tests that use a tool: first those that compare with others' results, then those named after `subjects`.
    List<Path> of(Pattern use, List<String> subjects) {
        return texts.entrySet().stream()
                .filter(test -> use.matcher(test.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(file -> rank(name(file), subjects)))
                .limit(MOST)
                .toList();
    }

    private static int rank(String name, List<String> subjects) {
        if (REFERENCE.matcher(name).find()) {
            return 0;
        }
        return subjects.stream().anyMatch(name::startsWith) ? 1 : 2;
    }

    /// The name of a test class, with its module where two have that name.
    static String label(Path file) {
        String name = name(file);
        return COUNTS.getOrDefault(name, 0L) > 1
                ? name + " of " + Sources.ROOT.relativize(file).getName(0)
                : name;
    }

    private static String withProviders(String text) {
        return PROVIDER.matcher(text)
                .results()
                .map(provider -> provider.group(1))
                .distinct()
                .flatMap(provider -> FILES.stream().filter(file -> name(file).equals(provider)))
                .map(ProvingTests::text)
                .collect(Collectors.joining("\n", text + "\n", ""));
    }

    private static String text(Path file) {
        return String.join("\n", Sources.lines(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
