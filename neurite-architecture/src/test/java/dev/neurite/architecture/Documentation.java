package dev.neurite.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The `///` comments of a source file by what they stand on: a type (`Adam`) or a static method (`adam(`).
final class Documentation {
    private static final Pattern TYPE = Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("^(?:public )?(?:static|default) [\\w.<>]+ (\\w+)\\(");
    private static final Pattern FORMULA = Pattern.compile("[=←−·/²√Σ(]");
    private static final Pattern NAME_OF_CODE = Pattern.compile("[A-Za-z_]\\w*(?:\\.\\w+)+(?:\\(.*\\))?");
    private static final Pattern FENCED_FORMULAS = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCED_CODE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FIRST_END = Pattern.compile("(?<! al)[.;](?= |$)|:(?= `(?!\\w+`)|$)");
    private static final Pattern LINK_TO_CODE = Pattern.compile("\\[#?(\\w+)](?!\\()");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:;])(?<! al\\.)\\s+(?=\\p{Lu})");
    private static final Pattern CITATION = Pattern.compile("\\(([^()]*\\b(?:18|19|20)\\d\\d\\b[^()]*)\\)");
    private static final Pattern BEFORE_COLON = Pattern.compile("((?:[^\":]|\"[^\"]*\"|:(?!\\s))*):\\s.*");
    private static final Pattern LAST_MARK = Pattern.compile("[.;:]$");
    private static final Pattern YEAR = Pattern.compile("\\b(?:18|19|20)\\d\\d\\b");
    private static final Pattern SOFTWARE =
            Pattern.compile("`(?:torch|tf)\\.[\\w.]+`|(?:Keras'|scikit-learn's|SciPy's) `\\w+`");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\n\n");

    private final Map<String, String> comments = new HashMap<>();

    Documentation(Path file) {
        List<String> comment = new ArrayList<>();
        for (String line : Sources.lines(file)) {
            String code = line.strip();
            if (code.startsWith("///")) {
                comment.add(code.substring(3).strip());
                continue;
            }
            String declared = declared(code);
            if (!declared.isEmpty()) {
                comments.putIfAbsent(declared, String.join("\n", comment));
            }
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

    /// The comment on `declared`, without its `@param` part; empty if there is none.
    String of(String declared) {
        String comment = comments.getOrDefault(declared, "");
        int tags = comment.indexOf("\n@");
        return FENCED_CODE
                .matcher(FENCED_FORMULAS
                        .matcher(tags < 0 ? comment : comment.substring(0, tags))
                        .replaceAll(block -> Matcher.quoteReplacement(lines(block.group(1)))))
                .replaceAll("")
                .strip()
                .transform(text -> LINK_TO_CODE.matcher(text).replaceAll("`$1`"));
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

    /// The formulas of the first paragraph that has any, of the first comment that has one, with the words between.
    static String formula(List<String> comments) {
        return comments.stream()
                .flatMap(PARAGRAPH_END::splitAsStream)
                .map(Documentation::formulas)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String formulas(String paragraph) {
        String line = paragraph.replace('\n', ' ');
        List<MatchResult> found = CODE.matcher(line)
                .results()
                .filter(code -> isFormula(code.group(1)))
                .toList();
        return found.isEmpty()
                ? ""
                : line.substring(found.getFirst().start(), found.getLast().end());
    }

    private static boolean isFormula(String code) {
        return FORMULA.matcher(code).find() && !NAME_OF_CODE.matcher(code).matches();
    }

    /// Each line of a fenced block as code of its own.
    private static String lines(String block) {
        return block.strip()
                .lines()
                .map(line -> "`" + SPACES.matcher(line).replaceAll(" ") + "`")
                .collect(Collectors.joining("; "));
    }

    /// What is cited: papers, or else programs; by the first of the comments that names any.
    static String source(String... comments) {
        return Stream.<Function<String, String>>of(Documentation::papers, Documentation::programs)
                .flatMap(cited -> Stream.of(comments).map(cited))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String papers(String comment) {
        return PARAGRAPH_END
                .splitAsStream(comment)
                .flatMap(paragraph -> SENTENCE_END.splitAsStream(paragraph.replace('\n', ' ')))
                .filter(sentence -> YEAR.matcher(sentence).find())
                .map(Documentation::citation)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// What stands in brackets if the year does; else the sentence, up to the colon before its formulas.
    private static String citation(String sentence) {
        Matcher brackets = CITATION.matcher(sentence);
        if (brackets.find()) {
            return brackets.group(1);
        }
        Matcher colon = BEFORE_COLON.matcher(sentence);
        boolean citesFirst = colon.matches() && YEAR.matcher(colon.group(1)).find();
        return LAST_MARK
                .matcher((citesFirst ? colon.group(1) : sentence).strip())
                .replaceFirst("");
    }

    private static String programs(String comment) {
        return SOFTWARE.matcher(comment.replace('\n', ' '))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
