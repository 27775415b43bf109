package dev.neurite.onnx;

import java.util.List;
import java.util.Map;

/// Writes JSON (RFC 8259) on one line.
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(JsonObject object) {
        JsonWriter writer = new JsonWriter();
        writer.value(object);
        return writer.out.toString();
    }

    private void value(Object value) {
        switch (value) {
            case JsonObject object -> object(object);
            case List<?> list -> list(list);
            case String text -> text(text);
            case JsonObject.Numeral number -> out.append(number.text());
            default -> out.append(value);
        }
    }

    private void object(JsonObject object) {
        String separator = "{";
        for (Map.Entry<String, Object> entry : object.values().entrySet()) {
            out.append(separator);
            text(entry.getKey());
            out.append(": ");
            value(entry.getValue());
            separator = ", ";
        }
        out.append(object.values().isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        String separator = "";
        out.append('[');
        for (Object element : list) {
            out.append(separator);
            value(element);
            separator = ", ";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
        } else {
            out.append(c);
        }
    }
}
