package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.neurite.model.Model;
import dev.neurite.table.TableModel;
import dev.neurite.table.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Models as the bytes of their files.
final class Bytes {
    private Bytes() {}

    static byte[] of(TableModel model) {
        return of(OnnxWriter.encode(model)::writeTo);
    }

    static byte[] of(Model model) {
        return of(OnnxWriter.encode(model)::writeTo);
    }

    static ModelProto message(byte[] file) {
        try {
            return ModelProto.parseFrom(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] of(WholeFile.Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
