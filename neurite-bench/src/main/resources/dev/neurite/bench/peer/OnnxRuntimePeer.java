import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/// How fast ONNX Runtime predicts with a model, called from Java; prints key, case and microseconds of a row.
///
/// Arguments: the case, such as `predict 784-128-10 b1`, threads, seconds, the model. The inputs are in a buffer
/// outside the heap, where the library takes them as they are; a call makes its tensor and takes the output's numbers,
/// as users do.
final class OnnxRuntimePeer {
    private static final long LONG_ENOUGH = 20_000_000;

    private interface Work {
        void run() throws Exception;
    }

    private OnnxRuntimePeer() {}

    public static void main(String[] arguments) throws Exception {
        String[] words = arguments[0].split(" ");
        int columns = Integer.parseInt(words[1].substring(0, words[1].indexOf('-')));
        int rows = Integer.parseInt(words[2].substring(1));
        double seconds = Double.parseDouble(arguments[2]);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Integer.parseInt(arguments[1]));
            options.setInterOpNumThreads(1);
            try (OrtSession session = environment.createSession(arguments[3], options)) {
                FloatBuffer inputs = inputs(rows, columns);
                long[] shape = {rows, columns};
                String name = session.getInputNames().iterator().next();
                Work predict = () -> {
                    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, inputs, shape);
                            OrtSession.Result result = session.run(Map.of(name, tensor))) {
                        for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                            if (output.getValue() instanceof OnnxTensor values && values.getFloatBuffer() == null) {
                                throw new IllegalStateException("no numbers");
                            }
                        }
                    }
                };
                fastest(predict, seconds);
                double microseconds = fastest(predict, seconds) * 1e-3 / rows;
                System.out.println("onnxruntime-java\t" + arguments[0] + "\t" + microseconds);
            }
        }
    }

    private static FloatBuffer inputs(int rows, int columns) {
        FloatBuffer inputs = ByteBuffer.allocateDirect(rows * columns * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < rows * columns; i++) {
            inputs.put(i, (i * 37 % 101 - 50) / 25f);
        }
        return inputs;
    }

    /// Nanoseconds of a run, the fastest of many chunks.
    private static double fastest(Work work, double seconds) throws Exception {
        long began = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        int runs = 1;
        for (int chunk = 0; chunk < 3 || System.nanoTime() - began < seconds * 1e9; chunk++) {
            long start = System.nanoTime();
            for (int i = 0; i < runs; i++) {
                work.run();
            }
            long elapsed = System.nanoTime() - start;
            best = Math.min(best, (double) elapsed / runs);
            if (elapsed < LONG_ENOUGH) {
                runs *= 2;
            }
        }
        return best;
    }
}
