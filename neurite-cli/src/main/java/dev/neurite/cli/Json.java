package dev.neurite.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Results as JSON. What is not a number there is null.
final class Json {
    private Json() {}

    /// One object on one line.
    static String text(Map<String, Object> values) {
        return JsonMapper.shared().writeValueAsString(finite(values));
    }

    private static @Nullable Object finite(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::finite).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, finite(each)));
            return copy;
        }
        return value;
    }
}
