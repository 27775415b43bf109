package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The names that the page for users of Python promises are there, public, and called so.
class PythonNamesTest {
    private static final Path PAGE = Sources.ROOT.resolve("docs/coming-from-python.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NAME = Pattern.compile("([A-Z]\\w*)(?:\\.(\\w+))?");
    private static final Map<String, List<Class<?>>> CLASSES = publicClasses();

    @Test
    void name_inTheMiddleColumn_isThatOfAClassOrAMember() throws IOException {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(50);
        assertThat(names.stream().filter(name -> !isThere(name))).isEmpty();
    }

    @Test
    void isThere_forNamesThatAreNot_saysSo() {
        assertThat(isThere("Trainer.fit")).isTrue();
        assertThat(isThere("Trainer.train")).isFalse();
        assertThat(isThere("Sequential")).isFalse();
    }

    /// What stands in backquotes in the second column of the tables.
    private static List<String> names() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> CODE.matcher(cell(line)).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String cell(String line) {
        return Pattern.compile(" \\| ").splitAsStream(line).skip(1).findFirst().orElseThrow();
    }

    private static boolean isThere(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return false;
        }
        List<Class<?>> classes = CLASSES.getOrDefault(parts.group(1), List.of());
        String member = parts.group(2);
        return member == null ? !classes.isEmpty() : classes.stream().anyMatch(each -> has(each, member));
    }

    private static boolean has(Class<?> owner, String member) {
        Stream<String> methods = Arrays.stream(owner.getMethods()).map(Method::getName);
        Stream<String> nested = Arrays.stream(owner.getClasses()).map(Class::getSimpleName);
        return Stream.concat(methods, nested).anyMatch(member::equals);
    }

    private static Map<String, List<Class<?>>> publicClasses() {
        return Sources.classes()
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .collect(Collectors.groupingBy(Class::getSimpleName));
    }
}
