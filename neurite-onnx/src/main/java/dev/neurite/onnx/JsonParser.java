package dev.neurite.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads JSON (RFC 8259) without `null`, nested at most [#DEEPEST] times.
///
/// The library that the command line uses for JSON takes longer to start than a small model to train.
final class JsonParser {
    static final int DEEPEST = 16;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    private JsonParser(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException if the text is no object of JSON
    static JsonObject parse(String text) {
        JsonParser parser = new JsonParser(text);
        parser.skipBlanks();
        JsonObject object = parser.object(0);
        parser.skipBlanks();
        if (parser.at < text.length()) {
            throw parser.bad();
        }
        return object;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw bad();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private JsonObject object(int depth) {
        JsonObject object = new JsonObject();
        expect('{');
        boolean more = !take('}');
        while (more) {
            String name = string();
            expect(':');
            if (object.values().put(name, value(depth + 1)) != null) {
                throw bad();
            }
            skipBlanks();
            more = take(',');
            if (!more) {
                expect('}');
            }
        }
        return object;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        expect('[');
        boolean more = !take(']');
        while (more) {
            list.add(value(depth + 1));
            skipBlanks();
            more = take(',');
            if (!more) {
                expect(']');
            }
        }
        return list;
    }

    private Boolean word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw bad();
        }
        at += word.length();
        return value;
    }

    private JsonObject.Numeral number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw bad();
        }
        at = matcher.end();
        return new JsonObject.Numeral(matcher.group());
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        if (peek() != '"') {
            throw bad();
        }
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escape() : c);
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int escape = ESCAPES.indexOf(c);
        if (escape < 0) {
            throw bad();
        }
        return ESCAPED.charAt(escape);
    }

    /// Skips blanks, the given character, and blanks again.
    private void expect(char c) {
        skipBlanks();
        if (!take(c)) {
            throw bad();
        }
    }

    /// Takes the given character, and blanks behind it, if it is next.
    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            skipBlanks();
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad();
        }
        return text.charAt(at);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException bad() {
        return new IllegalArgumentException("what Neurite needs is no JSON at character " + (at + 1));
    }
}
