package dev.neurite.onnx;

import dev.neurite.table.Target;

/// A target as JSON and back.
final class TargetJson {
    private TargetJson() {}

    static JsonObject write(Target target) {
        return switch (target) {
            case Target.Classification classification ->
                new JsonObject()
                        .put("kind", "classification")
                        .put("column", classification.column())
                        .put("labels", classification.labels());
            case Target.Regression regression ->
                new JsonObject()
                        .put("kind", "regression")
                        .put("column", regression.column())
                        .put("mean", regression.mean())
                        .put("std", regression.std());
        };
    }

    static Target read(JsonObject json) {
        return switch (json.string("kind")) {
            case "classification" -> new Target.Classification(json.string("column"), json.strings("labels"));
            case "regression" -> new Target.Regression(json.string("column"), json.real("mean"), json.real("std"));
            default -> throw new IllegalArgumentException("no target is of the kind " + json.string("kind"));
        };
    }
}
