package dev.neurite.onnx;

import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.DateEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import java.util.List;

/// Encoders as JSON and back.
final class EncoderJson {
    private EncoderJson() {}

    static List<JsonObject> write(Preprocessing preprocessing) {
        return preprocessing.encoders().stream().map(EncoderJson::write).toList();
    }

    static Preprocessing read(List<JsonObject> encoders) {
        return new Preprocessing(encoders.stream().map(EncoderJson::read).toList());
    }

    private static JsonObject write(Encoder encoder) {
        return switch (encoder) {
            case NumberEncoder number -> number("number", number);
            case DateEncoder date -> number("date", date.days());
            case CategoryEncoder category ->
                new JsonObject()
                        .put("kind", "category")
                        .put("column", category.column())
                        .put("levels", category.levels())
                        .put("pooled", category.pooled())
                        .put("missing", category.missing());
        };
    }

    private static JsonObject number(String kind, NumberEncoder encoder) {
        JsonObject json = new JsonObject()
                .put("kind", kind)
                .put("column", encoder.column())
                .put("mean", encoder.mean())
                .put("std", encoder.std())
                .put("indicator", encoder.indicator());
        return Float.isInfinite(encoder.limit()) ? json : json.put("limit", encoder.limit());
    }

    private static Encoder read(JsonObject json) {
        return switch (json.string("kind")) {
            case "number" -> number(json);
            case "date" -> new DateEncoder(number(json));
            case "category" ->
                new CategoryEncoder(
                        json.string("column"), json.strings("levels"), json.flag("pooled"), json.flag("missing"));
            default -> throw new IllegalArgumentException("no column is of the kind " + json.string("kind"));
        };
    }

    private static NumberEncoder number(JsonObject json) {
        return new NumberEncoder(
                json.string("column"),
                json.real("mean"),
                json.real("std"),
                json.has("limit") ? json.real("limit") : Float.POSITIVE_INFINITY,
                json.flag("indicator"));
    }
}
