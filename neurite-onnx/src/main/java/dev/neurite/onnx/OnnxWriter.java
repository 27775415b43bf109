package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.CodedOutputStream;
import dev.neurite.model.Model;
import dev.neurite.parameter.Slot;
import dev.neurite.table.TableModel;
import java.io.IOException;
import java.io.OutputStream;

/// A model as the message that a file holds.
final class OnnxWriter {
    /// The property that holds what Neurite needs to load the model.
    static final String METADATA = "neurite";

    /// The property that holds the checksum of the graph and of [#METADATA].
    static final String CHECKSUM = "neurite.sha256";

    /// Who makes the files.
    static final String PRODUCER = "Neurite";

    private static final long MOST_BYTES = 2_000_000_000; // a message of Protocol Buffers holds less than 2³¹

    private final ModelProto message;

    private OnnxWriter(ModelProto message) {
        this.message = message;
    }

    /// @throws IllegalArgumentException if ONNX cannot express the network, or one file not hold it
    static OnnxWriter encode(TableModel model) {
        require(model.model());
        ModelGraph graph = ModelGraph.of(model);
        return new OnnxWriter(message(graph.graph(), Metadata.of(model, graph.parameters())));
    }

    /// @throws IllegalArgumentException if ONNX cannot express the network, or one file not hold it
    static OnnxWriter encode(Model model) {
        require(model);
        ModelGraph graph = ModelGraph.of(model);
        return new OnnxWriter(message(graph.graph(), Metadata.of(model, graph.parameters())));
    }

    private static void require(Model model) {
        NetworkGraph.requireTranslation(model.network());
        long numbers = model.parameters().layout().slots().stream()
                .mapToLong(Slot::count)
                .sum();
        if (numbers * Float.BYTES > MOST_BYTES) {
            throw new IllegalArgumentException("an ONNX file can hold at most %,d parameters, the network has %,d"
                    .formatted(MOST_BYTES / Float.BYTES, numbers));
        }
    }

    private static ModelProto message(GraphProto graph, Metadata metadata) {
        String json = metadata.toJson();
        return ModelProto.newBuilder()
                .setIrVersion(Opsets.IR)
                .setProducerName(PRODUCER)
                .setProducerVersion(Version.CURRENT)
                .setGraph(graph)
                .addAllOpsetImport(Opsets.all())
                .addMetadataProps(property(METADATA, json))
                .addMetadataProps(property(CHECKSUM, Checksum.of(graph, json)))
                .build();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    /// Writes the message, in the one order of its fields.
    void writeTo(OutputStream out) throws IOException {
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        coded.useDeterministicSerialization();
        message.writeTo(coded);
        coded.flush();
    }
}
