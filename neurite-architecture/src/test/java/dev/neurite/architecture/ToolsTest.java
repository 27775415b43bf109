package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// docs/tools.md is what the code says. `-Dneurite.write` writes it anew.
class ToolsTest {
    private static final Path PAGE = Sources.ROOT.resolve("docs/tools.md");
    private static final Map<String, List<Tool>> TOOLS = new Tools().all();

    @Test
    void page_ofTools_isThatOfTheCode() throws IOException {
        String expected = page();
        if (System.getProperty("neurite.write") != null) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void everyTool_isDocumentedAndTested() {
        TOOLS.forEach((heading, tools) -> assertThat(tools)
                .as(heading)
                .isNotEmpty()
                .allSatisfy(tool -> {
                    assertThat(tool.says()).as("documentation").isNotEmpty();
                    assertThat(tool.tests()).as("tests").isNotEmpty();
                }));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Tools

                Every layer, function, loss, optimizer, schedule and metric, made from the code by the build
                (`mvn verify -pl neurite-architecture -am -Dneurite.write`). Where a factory has no parameters,
                its constants are under *defaults*; *tests* are the test classes that name it, besides those that
                take all tools of a kind through one door.
                """);
        TOOLS.forEach((heading, tools) -> {
            page.append("\n## ").append(heading).append("\n\n");
            page.append("| tool | what it is | formula | source | defaults | tests |\n|---|---|---|---|---|---|\n");
            tools.forEach(tool -> page.append(tool.row()).append('\n'));
        });
        return page.toString();
    }
}
