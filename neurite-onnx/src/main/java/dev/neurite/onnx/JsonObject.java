package dev.neurite.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An object of JSON: names and values in a fixed order.
///
/// A value is a `String`, a `Boolean`, a [Numeral], a `List` of values or a [JsonObject]. Numbers are kept as written,
/// in their shortest form, so that every float and double comes back as it was.
final class JsonObject {
    /// A number as written.
    record Numeral(String text) {}

    private final Map<String, Object> values = new LinkedHashMap<>();

    Map<String, Object> values() {
        return values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    JsonObject put(String name, String value) {
        values.put(name, value);
        return this;
    }

    JsonObject put(String name, boolean value) {
        values.put(name, value);
        return this;
    }

    JsonObject put(String name, int value) {
        values.put(name, new Numeral(Integer.toString(value)));
        return this;
    }

    JsonObject put(String name, float value) {
        values.put(name, new Numeral(Float.toString(value)));
        return this;
    }

    JsonObject put(String name, double value) {
        values.put(name, new Numeral(Double.toString(value)));
        return this;
    }

    JsonObject put(String name, JsonObject value) {
        values.put(name, value);
        return this;
    }

    JsonObject put(String name, List<?> list) {
        values.put(name, list);
        return this;
    }

    String string(String name) {
        return value(name, String.class, "a text");
    }

    boolean flag(String name) {
        return value(name, Boolean.class, "true or false");
    }

    int integer(String name) {
        return Integer.parseInt(number(name));
    }

    float real(String name) {
        return Float.parseFloat(number(name));
    }

    double precise(String name) {
        return Double.parseDouble(number(name));
    }

    JsonObject object(String name) {
        return value(name, JsonObject.class, "an object");
    }

    List<String> strings(String name) {
        return list(name, String.class);
    }

    List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    List<Double> reals(String name) {
        return list(name, Numeral.class).stream()
                .map(number -> Double.valueOf(number.text()))
                .toList();
    }

    private String number(String name) {
        return value(name, Numeral.class, "a number").text();
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<T> list = new ArrayList<>();
        for (Object element : value(name, List.class, "a list")) {
            if (!type.isInstance(element)) {
                throw new IllegalArgumentException("the elements of %s must be of one kind".formatted(name));
            }
            list.add(type.cast(element));
        }
        return list;
    }

    private <T> T value(String name, Class<T> type, String what) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    value == null ? name + " is missing" : "%s must be %s".formatted(name, what));
        }
        return type.cast(value);
    }
}
