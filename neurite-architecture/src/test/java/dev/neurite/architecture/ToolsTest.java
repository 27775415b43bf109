package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/tools.md is what the code says. `-Dneurite.write` writes it anew.
class ToolsTest {
    private static final Path PAGE = Sources.ROOT.resolve("docs/tools.md");
    private static final Map<String, List<Tool>> TOOLS = new Tools().all();
    private static final Map<String, Tool> BY_CALL =
            TOOLS.values().stream().flatMap(List::stream).collect(Collectors.toMap(Tool::call, Function.identity()));

    /// What nobody is cited for.
    private static final List<String> OF_NOBODY = List.of(
            "new ActivationLayer(activation)",
            "Activation.identity()",
            "Initializer.constant(value)",
            "Initializer.normal(mean, standardDeviation)",
            "Initializer.uniform(low, high)",
            "Initializer.zeros()",
            "Schedule.constant()",
            "Average.none()");

    @Test
    void page_ofTools_isThatOfTheCode() throws IOException {
        String expected = page();
        if (System.getProperty("neurite.write") != null) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void everyTool_hasDocumentationFormulaDefaultsAndTests() {
        assertThat(BY_CALL.values()).allSatisfy(tool -> {
            assertThat(tool.says()).as("documentation of " + tool.call()).isNotEmpty();
            assertThat(tool.formula()).as("formula of " + tool.call()).isNotEmpty();
            assertThat(tool.defaults()).as("defaults of " + tool.call()).isNotEmpty();
            assertThat(tool.tests()).as("tests of " + tool.call()).isNotEmpty();
        });
    }

    @Test
    void everyTool_butThoseOfNobody_hasASource() {
        List<String> without = BY_CALL.values().stream()
                .filter(tool -> tool.source().isEmpty())
                .map(Tool::call)
                .toList();

        assertThat(without).containsExactlyInAnyOrderElementsOf(OF_NOBODY);
    }

    /// A tool is a record that implements the interface of its kind.
    @Test
    void everyRecordOfAKind_isOnThePage() {
        List<Class<?>> records = Sources.classes()
                .filter(Class::isRecord)
                .filter(ToolsTest::isTool)
                .filter(each -> !Activation.Custom.class.isAssignableFrom(each))
                .toList();

        assertThat(records).hasSizeGreaterThan(80);
        assertThat(BY_CALL.values().stream().<Class<?>>map(Tool::made)).containsAll(records);
    }

    @Test
    void tool_ofEachWayToBeMade_saysWhatTheCodeSays() {
        assertThat(tool("BatchNorm.standard()").defaults()).isEqualTo("momentum=0.1, epsilon=1.0E-5");
        assertThat(tool("Dense.of(units, activation)").defaults()).startsWith("bias=true, biases=Constant[value=0.0]");
        assertThat(tool("new Dropout(rate)").defaults()).isEqualTo("given: `rate`");
        assertThat(tool("Schedule.afterWarmup(warmupSteps)").source()).startsWith("Goyal et al. 2017");
        assertThat(tool("Loss.softmaxCrossEntropy()").formula()).startsWith("`l = log Σⱼ exp zⱼ − zₖ`");
        assertThat(tool("Metric.precision(average)").formula()).isEqualTo("`TP / (TP + FP)`");
        assertThat(tool("RAdam.standard()").formula()).contains("ρₜ ≤ 5").contains("`p ← p − learningRate · r");
        assertThat(tool("Adam.adamW()").tests().stream().map(ProvingTests::label))
                .contains("RecordedOptimizerTest");
    }

    private static boolean isTool(Class<?> type) {
        return Tools.allKinds().stream()
                .anyMatch(kind ->
                        kind.isAssignableFrom(type) && kind.getPackageName().equals(type.getPackageName()));
    }

    private static Tool tool(String call) {
        return BY_CALL.getOrDefault(call, new Tool(call, Void.class, "", "", "", "", List.of()));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Tools

                Every layer, function, loss, optimizer, schedule and metric, made from the code by the build
                (`mvn verify -pl neurite-architecture -am -Dneurite.write`). *Defaults* are the constants that stand
                where the call gives none; *given* is what it must give. *Tests* are up to three test classes that
                prove the tool, first those that compare it with values recorded from others.
                """);
        TOOLS.forEach((heading, tools) -> {
            page.append("\n## ").append(heading).append("\n\n");
            page.append("| tool | what it is | formula | source | defaults | tests |\n|---|---|---|---|---|---|\n");
            tools.forEach(tool -> page.append(tool.row()).append('\n'));
        });
        return page.append('\n').append(links()).toString();
    }

    private static String links() {
        Stream<Path> tests = BY_CALL.values().stream().flatMap(tool -> tool.tests().stream());
        return tests.distinct()
                .map(test -> "[" + ProvingTests.label(test) + "]: ../" + Sources.ROOT.relativize(test) + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
