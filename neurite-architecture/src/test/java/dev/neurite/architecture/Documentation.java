package dev.neurite.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `///` comments of a source file by what they stand on: a type (`Adam`) or a static method (`adam(`).
final class Documentation {
    private static final Pattern TYPE = Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("^(?:public )?static [\\w.<>]+ (\\w+)\\(");
    private static final Pattern FORMULA = Pattern.compile("[=−·/²√Σ(]");
    private static final Pattern FENCED_FORMULAS = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCED_CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FIRST_END = Pattern.compile("(?<! al)[.;:](?= |$)");
    private static final Pattern LINK_TO_CODE = Pattern.compile("\\[#?(\\w+)](?!\\()");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:;])(?<! al\\.)\\s+(?=\\p{Lu})");
    private static final Pattern CITATION = Pattern.compile("\\(([^()]*\\b(?:18|19|20)\\d\\d\\b[^()]*)\\)");
    private static final Pattern FORMULAS_AFTER_COLON = Pattern.compile(":\\s+`.*");
    private static final Pattern YEAR = Pattern.compile("\\b(?:18|19|20)\\d\\d\\b");

    private final Map<String, String> comments = new HashMap<>();
    private final Map<String, String> created = new HashMap<>();

    Documentation(Path file) {
        List<String> comment = new ArrayList<>();
        String method = "";
        for (String line : Sources.lines(file)) {
            String code = line.strip();
            if (code.startsWith("///")) {
                comment.add(code.substring(3).strip());
                continue;
            }
            String declared = declared(code);
            if (!declared.isEmpty()) {
                comments.putIfAbsent(declared, String.join("\n", comment));
                method = declared;
            }
            noteCreation(method, code);
            if (!code.startsWith("@")) {
                comment.clear();
            }
        }
    }

    private static String declared(String code) {
        Matcher method = METHOD.matcher(code);
        if (method.find()) {
            return method.group(1) + "(";
        }
        Matcher type = TYPE.matcher(code);
        return type.find() ? type.group(1) : "";
    }

    private void noteCreation(String method, String code) {
        Matcher creation =
                Pattern.compile("return (?:new (\\w+)|(\\w+)\\.\\w+)\\(").matcher(code);
        if (creation.find()) {
            created.putIfAbsent(method, creation.group(1) != null ? creation.group(1) : creation.group(2));
        }
    }

    /// The comment on `declared`, without its `@param` part; empty if there is none.
    String of(String declared) {
        String comment = comments.getOrDefault(declared, "");
        int tags = comment.indexOf("\n@");
        return FENCED_CODE
                .matcher(FENCED_FORMULAS
                        .matcher(tags < 0 ? comment : comment.substring(0, tags))
                        .replaceAll(block -> "`" + block.group(1).strip().replace("\n", "; ") + "`."))
                .replaceAll("")
                .strip()
                .transform(text -> LINK_TO_CODE.matcher(text).replaceAll("`$1`"));
    }

    /// The type that the static method `method(` makes; empty if it cannot be seen.
    String madeBy(String method) {
        return created.getOrDefault(method, "");
    }

    private static String paragraph(String comment) {
        int end = comment.indexOf("\n\n");
        return end < 0 ? comment : comment.substring(0, end);
    }

    static String firstSentence(String comment) {
        String paragraph = paragraph(comment).replace('\n', ' ');
        Matcher end = FIRST_END.matcher(paragraph);
        return end.find() ? paragraph.substring(0, end.start()) : paragraph;
    }

    /// The formulas of the first sentence that has any; else nothing.
    static String formula(String comment) {
        return SENTENCE_END
                .splitAsStream(comment.replace('\n', ' '))
                .map(Documentation::formulas)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String formulas(String sentence) {
        return CODE.matcher(sentence)
                .results()
                .map(result -> result.group(1))
                .filter(code -> FORMULA.matcher(code).find())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// What stands in brackets if the year does; else the sentence up to its formulas.
    private static String citation(String sentence) {
        Matcher brackets = CITATION.matcher(sentence);
        return brackets.find()
                ? brackets.group(1)
                : FORMULAS_AFTER_COLON.matcher(sentence).replaceFirst("").strip();
    }

    /// What the sentences cite that name a year.
    static String source(String comment) {
        return SENTENCE_END
                .splitAsStream(comment.replace('\n', ' '))
                .filter(sentence -> YEAR.matcher(sentence).find())
                .map(Documentation::citation)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
