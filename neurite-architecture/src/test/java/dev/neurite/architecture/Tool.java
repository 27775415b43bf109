package dev.neurite.architecture;

import java.util.List;

/// One row of docs/tools.md.
///
/// @param name     what a program writes, such as `Activation.relu()`
/// @param says     first sentence of its documentation
/// @param formula  the formula in it; empty if there is none
/// @param source   paper or definition; empty if there is none
/// @param defaults constants when none are given; empty if it has none
/// @param tests    names of the test classes that prove it
record Tool(String name, String says, String formula, String source, String defaults, List<String> tests) {
    String row() {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(name, cell(says), code(formula), cell(source), cell(defaults), String.join(", ", tests));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
