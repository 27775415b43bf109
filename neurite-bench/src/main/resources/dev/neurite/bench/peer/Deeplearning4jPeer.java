import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/// How fast Deeplearning4j takes a training step; prints key, case and microseconds.
///
/// Arguments: the case, such as `mnist 784-128-10 b128 adam ce`, threads, seconds.
final class Deeplearning4jPeer {
    private static final long LONG_ENOUGH = 20_000_000;

    private Deeplearning4jPeer() {}

    public static void main(String[] arguments) {
        String[] words = arguments[0].split(" ");
        List<Integer> sizes = sizes(words[1]);
        int batch = Integer.parseInt(words[2].substring(1));
        boolean classes = words[4].equals("ce");
        double seconds = Double.parseDouble(arguments[2]);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(sizes, words[3].equals("adam"), classes));
        network.init();
        INDArray inputs = Nd4j.randn(batch, sizes.getFirst());
        INDArray targets = Nd4j.zeros(batch, sizes.getLast());
        for (int row = 0; row < batch; row++) {
            targets.putScalar(row, row % sizes.getLast(), 1);
        }
        Runnable step = () -> network.fit(inputs, targets);
        fastest(step, seconds);
        System.out.println("dl4j\t" + arguments[0] + "\t" + fastest(step, seconds) * 1e-3);
    }

    /// Of `784-128-10` or `100-256x3-1`.
    private static List<Integer> sizes(String text) {
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.split("-")) {
            String[] sizeAndTimes = part.split("x");
            int times = sizeAndTimes.length > 1 ? Integer.parseInt(sizeAndTimes[1]) : 1;
            for (int i = 0; i < times; i++) {
                sizes.add(Integer.valueOf(sizeAndTimes[0]));
            }
        }
        return sizes;
    }

    private static MultiLayerConfiguration configuration(List<Integer> sizes, boolean adam, boolean classes) {
        IUpdater updater = adam ? new Adam(1e-3) : new Sgd(1e-3);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(0)
                .updater(updater)
                .weightInit(WeightInit.RELU)
                .list();
        for (int i = 1; i < sizes.size() - 1; i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(sizes.get(i - 1))
                    .nOut(sizes.get(i))
                    .activation(Activation.RELU)
                    .build());
        }
        return layers.layer(new OutputLayer.Builder(classes ? LossFunction.MCXENT : LossFunction.MSE)
                        .nIn(sizes.get(sizes.size() - 2))
                        .nOut(sizes.getLast())
                        .activation(classes ? Activation.SOFTMAX : Activation.IDENTITY)
                        .build())
                .build();
    }

    /// Nanoseconds of a run, the fastest of many chunks.
    private static double fastest(Runnable work, double seconds) {
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
