package dev.neurite.onnx;

import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.List;

/// The versions of ONNX that a file is written for; runtimes of 2022 and later know them.
final class Opsets {
    /// Version of the file format.
    static final int IR = 8;

    /// Domain of the operators for classical machine learning.
    static final String ML = "ai.onnx.ml";

    private static final int ONNX_VERSION = 17;
    private static final int ML_VERSION = 3;

    private Opsets() {}

    static List<OperatorSetIdProto> all() {
        return List.of(opset("", ONNX_VERSION), opset(ML, ML_VERSION));
    }

    private static OperatorSetIdProto opset(String domain, int version) {
        return OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }
}
