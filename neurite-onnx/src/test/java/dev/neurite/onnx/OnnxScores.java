package dev.neurite.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.neurite.table.Table;
import java.nio.FloatBuffer;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What ONNX Runtime, which knows nothing of Neurite, makes of a model.
final class OnnxScores {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private OnnxScores() {}

    /// Scores all rows of a table: the columns that the model asks for, as it asks for them.
    ///
    /// @return the value of each output by its name
    static Map<String, Object> of(byte[] model, Table table) throws OrtException {
        try (OrtSession session = ENVIRONMENT.createSession(model, new OrtSession.SessionOptions())) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            for (NodeInfo info : session.getInputInfo().values()) {
                inputs.put(info.getName(), column(table, info));
            }
            return run(session, inputs);
        }
    }

    /// Scores rows of floats with a model that has one input of them.
    static Map<String, Object> of(byte[] model, float[] rows, int columns) throws OrtException {
        try (OrtSession session = ENVIRONMENT.createSession(model, new OrtSession.SessionOptions())) {
            long[] shape = {rows.length / columns, columns};
            OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(rows), shape);
            return run(session, new HashMap<>(Map.of("input", tensor)));
        }
    }

    private static Map<String, Object> run(OrtSession session, Map<String, OnnxTensor> inputs) throws OrtException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.put(output.getKey(), output.getValue().getValue());
            }
        }
        inputs.values().forEach(OnnxTensor::close);
        return outputs;
    }

    private static OnnxTensor column(Table table, NodeInfo info) throws OrtException {
        int rows = table.rows();
        long[] shape = {rows, 1};
        if (((TensorInfo) info.getInfo()).type == OnnxJavaType.STRING) {
            String[] texts = new String[rows];
            for (int row = 0; row < rows; row++) {
                texts[row] = table.column(info.getName()).text(row);
            }
            return OnnxTensor.createTensor(ENVIRONMENT, texts, shape);
        }
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = number(table.column(info.getName()).text(row));
        }
        return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(numbers), shape);
    }

    /// A cell as a float: a number, or an ISO date as days since 1970, or NaN.
    private static float number(String text) {
        if (text.isBlank() || text.equalsIgnoreCase("nan")) {
            return Float.NaN;
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            LocalDateTime time = LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text);
            long minutes = ChronoUnit.MINUTES.between(LocalDateTime.of(1970, 1, 1, 0, 0), time);
            return (float) (minutes / 1440.0);
        }
        return (float) Double.parseDouble(text.replace("inf", "Infinity"));
    }
}
