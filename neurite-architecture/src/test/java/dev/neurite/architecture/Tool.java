package dev.neurite.architecture;

import java.nio.file.Path;
import java.util.List;

/// One row of docs/tools.md.
///
/// @param call     what a program writes, such as `Activation.relu()`
/// @param made     the type that it gives
/// @param says     first sentence of its documentation
/// @param formula  the formula in it, as Markdown
/// @param source   paper or definition; empty if there is none
/// @param defaults constants that are not given by the call
/// @param tests    test classes that prove it
record Tool(String call, Class<?> made, String says, String formula, String source, String defaults, List<Path> tests) {
    String row() {
        List<String> names =
                tests.stream().map(test -> "[" + ProvingTests.label(test) + "]").toList();
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(call, cell(says), cell(formula), cell(source), cell(defaults), String.join(", ", names));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
