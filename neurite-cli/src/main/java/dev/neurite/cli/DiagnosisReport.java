package dev.neurite.cli;

import dev.neurite.train.Diagnosis;
import dev.neurite.train.LayerHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `train --diagnose` says of the layers of a network.
///
/// @param of what was examined, such as `the model`
/// @param diagnosis what was found
record DiagnosisReport(String of, Diagnosis diagnosis) {
    /// For people.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Diagnosis of %s, by at most %s of the rows to learn from"
                .formatted(of, Numbers.count(Diagnosis.ROWS)));
        TextTable table = new TextTable().right(1, 2, 3, 4);
        table.row("layer", "units", "always 0", "gradient", "of that of the last");
        for (LayerHealth layer : diagnosis.layers()) {
            table.row(
                    layer.layer(),
                    Numbers.count(layer.units()),
                    Numbers.count(layer.deadUnits()),
                    Numbers.text(layer.gradient()),
                    Numbers.text(layer.ratio()));
        }
        lines.addAll(table.lines());
        diagnosis.findings().forEach(finding -> lines.add("Problem: " + finding.sentence()));
        if (diagnosis.isHealthy()) {
            lines.add("No problem was found.");
        }
        return lines;
    }

    /// For programs.
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "layers",
                diagnosis.layers().stream().map(DiagnosisReport::layer).toList());
        values.put(
                "problems",
                diagnosis.findings().stream().map(DiagnosisReport::problem).toList());
        return values;
    }

    private static Map<String, Object> layer(LayerHealth layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("layer", layer.layer());
        values.put("units", layer.units());
        values.put("deadUnits", layer.deadUnits());
        values.put("finite", layer.finite());
        values.put("gradient", layer.gradient());
        values.put("ratio", layer.ratio());
        return values;
    }

    private static Map<String, Object> problem(Diagnosis.Finding finding) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("problem", finding.problem().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        values.put("layer", finding.layer().layer());
        values.put("sentence", finding.sentence());
        return values;
    }
}
