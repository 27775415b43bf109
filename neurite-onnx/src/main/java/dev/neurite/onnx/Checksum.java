package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells a file whose graph or metadata has changed since it was written: damage, or an edit that the metadata do not
/// know of.
final class Checksum {
    private Checksum() {}

    /// SHA-256, in hexadecimal, of the bytes of the graph and of the metadata behind them.
    static String of(GraphProto graph, String metadata) {
        MessageDigest digest = sha256();
        CodedOutputStream coded =
                CodedOutputStream.newInstance(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        coded.useDeterministicSerialization();
        try {
            graph.writeTo(coded);
            coded.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
        digest.update(metadata.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
