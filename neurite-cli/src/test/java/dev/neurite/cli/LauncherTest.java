package dev.neurite.cli;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The script `neurite` in a checkout of its own, with a JDK and a Maven that only say how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("").toAbsolutePath().resolveSibling("neurite");

    @TempDir
    private Path folder;

    private Path checkout;
    private Path tools;
    private Path jdk;

    private record Run(int exitCode, List<String> output, String errors) {}

    @BeforeEach
    void prepare() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = jdk("a jdk", "25.0.3");

        script(checkout.resolve("neurite"), Files.readString(SCRIPT));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("neurite-cli/src/main/java"));
        Files.writeString(checkout.resolve("neurite-cli/pom.xml"), "<project/>");
        for (String tool : List.of(
                "dirname", "find", "head", "ln", "mkdir", "readlink", "rm", "rmdir", "sleep", "tail", "touch")) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + inSystemPath(tool) + " \"$@\"\n");
        }
        script(tools.resolve("mvn"), """
                #!/bin/sh
                echo "mvn $*"
                mkdir -p '%1$s/neurite-cli/target/run'
                touch '%1$s/neurite-cli/target/run/neurite.jar' '%1$s/built'
                """.formatted(checkout));
    }

    @Test
    void launcher_withoutABuild_buildsAndRuns() throws Exception {
        Run run = run(checkout.resolve("neurite"), "train", "my data.csv");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED")
                .endsWith(
                        "-jar", checkout.toRealPath() + "/neurite-cli/target/run/neurite.jar", "train", "my data.csv");
        assertThat(run.errors())
                .isEqualTo("neurite: building (the log is %s/target/build.log)\n", checkout.toRealPath());
        assertThat(checkout.resolve("target/build.log")).content().contains("-Drun", "package");
    }

    @Test
    void launcher_withAFreshBuild_onlyRuns() throws Exception {
        run(checkout.resolve("neurite"));
        Files.delete(checkout.resolve("built"));

        Run run = run(checkout.resolve("neurite"), "--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(checkout.resolve("built")).doesNotExist();
    }

    @Test
    void launcher_afterABuild_linksClassesAheadForBothKindsOfCommands() throws Exception {
        run(checkout.resolve("neurite"), "--version");

        String run = checkout.toRealPath() + "/neurite-cli/target/run/";
        assertThat(checkout.resolve("target/build.log"))
                .content()
                .contains("-XX:AOTCacheOutput=" + run + "start.aot", "-XX:AOTCacheOutput=" + run + "vectors-start.aot");
    }

    @ParameterizedTest
    @CsvSource({"--version, start.aot", "train, vectors-start.aot"})
    void launcher_withClassesLinkedAhead_usesThoseOfTheCommand(String command, String linked) throws Exception {
        run(checkout.resolve("neurite"), "--version");
        Path run = checkout.toRealPath().resolve("neurite-cli/target/run");
        Files.createFile(run.resolve("start.aot"));
        Files.createFile(run.resolve("vectors-start.aot"));

        assertThat(run(checkout.resolve("neurite"), command).output())
                .contains("-XX:AOTCache=" + run.resolve(linked))
                .endsWith("-jar", run + "/neurite.jar", command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "inspect model.onnx", "train --help", "predict -h"})
    void launcher_ofWhatComputesLittle_startsWithoutTheVectorApiAndItsWarning(String arguments) throws Exception {
        Run run = run(checkout.resolve("neurite"), arguments.split(" "));

        assertThat(run.output()).doesNotContain("jdk.incubator.vector").endsWith(arguments.split(" "));
    }

    /// A heap that is smaller at most than at first would stop Java.
    @ParameterizedTest
    @CsvSource({
        "-Dx=y, true",
        "-Xmx32m, false",
        "-XX:+UseParallelGC -Xms1g, false",
        "-XX:MaxHeapSize=32m, false",
        "-XX:MaxRAMPercentage=50, false"
    })
    void launcher_withJavaOptions_leavesTheHeapToWhoSizesIt(String options, boolean sizesIt) throws Exception {
        ProcessBuilder builder = launcher(checkout.resolve("neurite"), "--version");
        builder.environment().put("NEURITE_JAVA_OPTIONS", options);

        assertThat(builder.start().waitFor()).isZero();
        List<String> arguments = Files.readAllLines(folder.resolve("output.txt"));
        assertThat(arguments).contains(options.split(" ", -1));
        assertThat(arguments.contains("-Xms64m")).isEqualTo(sizesIt);
    }

    @Test
    void launcher_withASourceNewerThanTheBuild_buildsAgain() throws Exception {
        run(checkout.resolve("neurite"));
        Files.delete(checkout.resolve("built"));
        Path source = Files.writeString(checkout.resolve("neurite-cli/src/main/java/Main.java"), "class Main {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

        run(checkout.resolve("neurite"));

        assertThat(checkout.resolve("built")).exists();
    }

    @Test
    void launcher_behindLinks_findsItsCheckout() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        Files.createSymbolicLink(bin.resolve("direct"), checkout.resolve("neurite"));
        Files.createSymbolicLink(bin.resolve("neurite"), Path.of("direct"));

        Run run = run(bin.resolve("neurite"), "inspect");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).endsWith(checkout.toRealPath() + "/neurite-cli/target/run/neurite.jar", "inspect");
    }

    @Test
    void launcher_whenJavaFails_endsWithItsExitCode() throws Exception {
        script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 7\n");

        assertThat(run(checkout.resolve("neurite")).exitCode()).isEqualTo(7);
    }

    @Test
    void launcher_withAnOldJdkNamed_refusesIt() throws Exception {
        jdk = jdk("an old jdk", "17.0.15");

        Run run = run(checkout.resolve("neurite"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualTo("neurite: NEURITE_JAVA_HOME must name a JDK 25 or later, got %s.\n", jdk);
    }

    @Test
    void launcher_whereNoJdkIsNewEnough_saysWhatToInstall() throws Exception {
        script(checkout.resolve("neurite"), Files.readString(SCRIPT).replace("required=25", "required=999"));
        jdk = Path.of("");

        Run run = run(checkout.resolve("neurite"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .startsWith("neurite: no JDK 999 or later was found: install one")
                .hasLineCount(1);
    }

    @Test
    void launcher_withoutMaven_saysSo() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Run run = run(checkout.resolve("neurite"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .isEqualTo("neurite: mvn, which builds Neurite, was not found: install Maven 3.8.7 or later.\n");
    }

    @Test
    void launcher_whenTheBuildFails_showsTheEndOfItsLog() throws Exception {
        script(tools.resolve("mvn"), "#!/bin/sh\necho a semicolon is missing\nexit 1\n");

        Run run = run(checkout.resolve("neurite"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("a semicolon is missing", "the build failed", "target/build.log");
    }

    @Test
    void launcher_twiceAtOnce_buildsOnce() throws Exception {
        script(tools.resolve("mvn"), """
                #!/bin/sh
                echo built >> '%1$s/count'
                sleep 1
                mkdir -p '%1$s/neurite-cli/target/run'
                touch '%1$s/neurite-cli/target/run/neurite.jar'
                """.formatted(checkout));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(launcher(checkout.resolve("neurite")).start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(checkout.resolve("count")).hasContent("built");
        assertThat(lock()).doesNotExist();
    }

    private Path lock() {
        return checkout.resolve("target/build.lock");
    }

    @Test
    void launcher_afterAnotherWasKilled_builds() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor()).isZero();
        Files.createDirectories(checkout.resolve("target"));
        Files.createSymbolicLink(lock(), Path.of(String.valueOf(dead.pid())));

        assertThat(run(checkout.resolve("neurite")).exitCode()).isZero();
        assertThat(checkout.resolve("built")).exists();
        assertThat(Files.isSymbolicLink(lock())).isFalse();
    }

    @Test
    void launcher_terminatedWhileItBuilds_endsAtOnceAndLeavesNoLock() throws Exception {
        script(tools.resolve("mvn"), "#!/bin/sh\nexec sleep 600\n");
        Process process = launcher(checkout.resolve("neurite"))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        assertThat(process.errorReader().readLine()).startsWith("neurite: building");
        process.toHandle().destroy(); // leaves its streams open

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(process.errorReader().lines()).containsExactly("neurite: the build was stopped by a signal.");
        assertThat(Files.isSymbolicLink(lock())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=C", "LANG="})
    void launcher_inThePlainLocale_readsAFileWhoseNameIsNotAscii(String locale) throws Exception {
        script(jdk.resolve("bin/java"), """
                #!/bin/sh
                until [ "$1" = -jar ]; do shift; done
                shift 2
                exec '%s/bin/java' --add-modules jdk.incubator.vector -cp '%s' dev.neurite.cli.Main "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path")));
        Path caller = folder.resolve("caller");
        script(caller, """
                #!/bin/sh
                name=$(printf 'B\\303\\244ume.csv')
                printf 'a,y\\n1,p\\n2,q\\n3,p\\n4,q\\n5,p\\n6,q\\n7,p\\n8,q\\n' > "$name"
                exec '%s' train "$name" --target y --epochs 1 --quiet --out model.onnx
                """.formatted(checkout.resolve("neurite")));
        ProcessBuilder builder = launcher(caller);
        builder.environment().put(locale.split("=", -1)[0], locale.split("=", -1)[1]);

        assertThat(builder.start().waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("output.txt"))).startsWith("B\u00e4ume.csv: 8 rows, 2 columns\n");
        assertThat(folder.resolve("model.onnx")).isNotEmptyFile();
    }

    /// A folder that looks like a JDK; its `java` prints its arguments, one a line.
    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, fromString("rwxr-xr-x"));
    }

    private static Path inSystemPath(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(bin -> Path.of(bin, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Run run(Path script, String... arguments) throws IOException, InterruptedException {
        int exitCode = launcher(script, arguments).start().waitFor();
        return new Run(
                exitCode,
                Files.readAllLines(folder.resolve("output.txt")),
                Files.readString(folder.resolve("errors.txt")));
    }

    private ProcessBuilder launcher(Path script, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("NEURITE_JAVA_HOME", jdk.toString());
        return builder.directory(folder.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
    }
}
