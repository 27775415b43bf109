package dev.neurite.onnx;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What it takes to load a model back, apart from its parameters: the JSON in the property `neurite` of a file.
///
/// @param table how columns become inputs and what the outputs mean; empty for a network alone
/// @param network the layers
/// @param link what makes predictions of the outputs of the last layer
/// @param parameters the names of the tensors that hold the parameters, in the order of their layout
record Metadata(Optional<TableParts> table, Network network, Link link, List<String> parameters) {
    /// The format that is written here, and the newest that is read.
    static final int FORMAT = 1;

    /// What a model of a table has besides the network.
    record TableParts(Preprocessing preprocessing, Target target) {}

    static Metadata of(TableModel model, List<String> parameters) {
        TableParts parts = new TableParts(model.preprocessing(), model.target());
        return new Metadata(
                Optional.of(parts), model.model().network(), model.model().link(), parameters);
    }

    static Metadata of(Model model, List<String> parameters) {
        return new Metadata(Optional.empty(), model.network(), model.link(), parameters);
    }

    /// The model with these parameters.
    ///
    /// @throws IllegalArgumentException if the parts do not fit together
    StoredModel model(Parameters values) {
        Model model = new Model(network, values, link);
        if (table.isEmpty()) {
            return new StoredModel.OfFloats(model);
        }
        TableParts parts = table.get();
        return new StoredModel.OfTable(new TableModel(parts.preprocessing(), model, parts.target()));
    }

    String toJson() {
        JsonObject json = new JsonObject().put("format", FORMAT);
        table.ifPresent(parts -> json.put("columns", EncoderJson.write(parts.preprocessing()))
                .put("target", TargetJson.write(parts.target())));
        json.put("network", NetworkJson.write(network))
                .put("link", link.name().toLowerCase(Locale.ROOT))
                .put("parameters", parameters);
        return JsonWriter.write(json);
    }

    /// The number of the format in which a JSON is written.
    static int format(JsonObject json) {
        return json.integer("format");
    }

    /// @throws IllegalArgumentException if something is missing or not as it should be
    static Metadata read(JsonObject json) {
        Optional<TableParts> table = json.has("columns")
                ? Optional.of(new TableParts(
                        EncoderJson.read(json.objects("columns")), TargetJson.read(json.object("target"))))
                : Optional.empty();
        return new Metadata(
                table,
                NetworkJson.read(json.object("network")),
                Link.valueOf(json.string("link").toUpperCase(Locale.ROOT)),
                json.strings("parameters"));
    }
}
