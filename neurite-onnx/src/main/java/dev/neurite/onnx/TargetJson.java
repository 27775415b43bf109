package dev.neurite.onnx;

import dev.neurite.table.Estimate;
import dev.neurite.table.Target;
import java.util.List;

/// A target as JSON and back.
final class TargetJson {
    private TargetJson() {}

    static JsonObject write(Target target) {
        return switch (target) {
            case Target.Classification classification ->
                labels("classification", classification.column(), classification.labels());
            case Target.YesNo yesNo -> labels("yesNo", yesNo.column(), yesNo.labels());
            case Target.Regression regression -> number(regression);
            case Target.Several several ->
                new JsonObject()
                        .put("kind", "several")
                        .put(
                                "targets",
                                several.singles().stream()
                                        .map(TargetJson::write)
                                        .toList());
        };
    }

    private static JsonObject labels(String kind, String column, List<String> labels) {
        return new JsonObject().put("kind", kind).put("column", column).put("labels", labels);
    }

    private static JsonObject number(Target.Regression regression) {
        JsonObject json = new JsonObject()
                .put("kind", "regression")
                .put("column", regression.column())
                .put("mean", regression.mean())
                .put("std", regression.std());
        return switch (regression.estimate()) {
            case Estimate.Value ignored -> json;
            case Estimate.Quantiles quantiles ->
                json.put(
                        "quantiles",
                        quantiles.levels().stream()
                                .map(level -> new JsonObject.Numeral(Double.toString(level)))
                                .toList());
            case Estimate.MeanAndVariance ignored -> json.put("variance", true);
        };
    }

    static Target read(JsonObject json) {
        return json.string("kind").equals("several")
                ? new Target.Several(
                        json.objects("targets").stream().map(TargetJson::single).toList())
                : single(json);
    }

    private static Target.Single single(JsonObject json) {
        return switch (json.string("kind")) {
            case "classification" -> new Target.Classification(json.string("column"), json.strings("labels"));
            case "yesNo" -> new Target.YesNo(json.string("column"), json.strings("labels"));
            case "regression" ->
                new Target.Regression(json.string("column"), json.real("mean"), json.real("std"), estimate(json));
            default -> throw new IllegalArgumentException("no target is of the kind " + json.string("kind"));
        };
    }

    private static Estimate estimate(JsonObject json) {
        if (json.has("quantiles")) {
            return new Estimate.Quantiles(json.reals("quantiles"));
        }
        return json.has("variance") ? new Estimate.MeanAndVariance() : Estimate.value();
    }
}
