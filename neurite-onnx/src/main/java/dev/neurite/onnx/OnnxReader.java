package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.Optional;

/// Loads a model from the bytes of a file, or says in one sentence why not.
final class OnnxReader {
    private final String name;

    /// @param name of the file, for messages
    OnnxReader(String name) {
        this.name = name;
    }

    /// @throws ModelFormatException if the bytes are no model, a damaged one, or one of another program
    StoredModel read(byte[] bytes) {
        ModelProto message = parse(bytes);
        String json = property(message, OnnxWriter.METADATA).orElseThrow(() -> notOurs(message));
        try {
            return read(message, json);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFormatException("%s is damaged: %s.".formatted(name, e.getMessage()), e);
        }
    }

    private ModelProto parse(byte[] bytes) {
        try {
            return ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            String sentence = isOurs(bytes)
                    ? " is damaged: it ends too early, or some of its bytes have changed."
                    : " is no ONNX model.";
            throw new ModelFormatException(name + sentence, e);
        }
    }

    /// Whether the bytes begin as those of a file that Neurite wrote: version of the format, name of the producer.
    private static boolean isOurs(byte[] bytes) {
        byte[] start = ModelProto.newBuilder()
                .setIrVersion(Opsets.IR)
                .setProducerName(OnnxWriter.PRODUCER)
                .build()
                .toByteArray();
        return Arrays.mismatch(start, bytes) == start.length;
    }

    private ModelFormatException notOurs(ModelProto message) {
        String producer = message.getProducerName();
        if (producer.equals(OnnxWriter.PRODUCER)) {
            return new ModelFormatException(name + " is damaged: its last part is missing.");
        }
        if (!message.hasGraph()) {
            return new ModelFormatException(name + " is no ONNX model.");
        }
        return new ModelFormatException("%s is an ONNX model of %s; only models that Neurite wrote can be loaded."
                .formatted(name, producer.isEmpty() ? "another program" : producer));
    }

    private StoredModel read(ModelProto message, String json) {
        JsonObject object = JsonParser.parse(json);
        requireKnown(Metadata.format(object));
        requireUnchanged(message, json);
        Metadata metadata = Metadata.read(object);
        return metadata.model(ParameterReader.read(message.getGraph(), metadata));
    }

    private void requireKnown(int format) {
        if (format > Metadata.FORMAT) {
            throw new ModelFormatException(
                    "%s was written by a newer Neurite, in format %d; this one reads formats up to %d."
                            .formatted(name, format, Metadata.FORMAT));
        }
    }

    private void requireUnchanged(ModelProto message, String json) {
        Optional<String> checksum = property(message, OnnxWriter.CHECKSUM);
        if (!checksum.equals(Optional.of(Checksum.of(message.getGraph(), json)))) {
            throw new ModelFormatException(
                    name + " has changed since Neurite wrote it, or is damaged: its checksum does not match.");
        }
    }

    private static Optional<String> property(ModelProto message, String key) {
        return message.getMetadataPropsList().stream()
                .filter(property -> property.getKey().equals(key))
                .map(StringStringEntryProto::getValue)
                .findFirst();
    }
}
