package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the compiled modules against [Rules].
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Sources.modules().stream()
                    .map(module -> module.resolve("target/classes"))
                    .toList());

    static Stream<ArchRule> rules() {
        return Stream.concat(
                Rules.coreIsLayered("dev.neurite").stream(),
                Stream.of(
                        Rules.packagesHaveNoCycles("dev.neurite"),
                        Rules.onlyKernelsNameTheVectorApi(),
                        Rules.onlyTheCommandLinePrints(),
                        Rules.noTranscendentalOfMath(),
                        Rules.noTranscendentalOfTheVectorApi(),
                        Rules.noHiddenThreads(),
                        Rules.noOtherRandomness()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void modules_asCompiled_keepTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void scan_ofEveryModule_missesNoClass() {
        List<Path> compiled = Sources.files("target/classes", ".class").stream()
                .filter(file -> !file.endsWith("module-info.class"))
                .toList();

        assertThat(Sources.modules()).hasSizeGreaterThanOrEqualTo(11);
        assertThat(CLASSES).hasSameSizeAs(compiled);
    }

    @Test
    void scan_ofEverySource_hasItsClass() {
        Set<String> scanned = CLASSES.stream().map(JavaClass::getFullName).collect(Collectors.toSet());

        assertThat(Sources.files("src/main/java", ".java"))
                .filteredOn(file -> !file.getFileName().toString().contains("-info"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(scanned).contains(className(file)));
    }

    @Test
    void core_everyPackage_hasAPlaceInTheOrder() {
        String[] placed = Rules.CORE_LEVELS.stream()
                .flatMap(List::stream)
                .map(name -> "dev.neurite." + name)
                .toArray(String[]::new);

        assertThat(Sources.files("src/main/java", ".java"))
                .filteredOn(file -> file.startsWith(Sources.ROOT.resolve("neurite-core")))
                .extracting(ArchitectureTest::className)
                .filteredOn(name -> !name.equals("module-info"))
                .extracting(name -> name.substring(0, name.lastIndexOf('.')))
                .allSatisfy(name -> assertThat(placed)
                        .anySatisfy(place -> assertThat(name + ".").startsWith(place + ".")));
    }

    private static String className(Path source) {
        String path = source.toString().replace('\\', '/');
        return path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length(), path.length() - 5)
                .replace('/', '.');
    }
}
