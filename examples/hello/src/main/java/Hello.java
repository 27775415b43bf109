import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.train.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Learns in which quadrants of the plane both coordinates have the same sign, from arrays.
public class Hello {
    public static void main(String[] arguments) {
        Random random = new Random(1);
        float[][] points = new float[1000][];
        int[] classes = new int[1000];
        for (int i = 0; i < 1000; i++) {
            points[i] = new float[] {random.nextFloat(-1, 1), random.nextFloat(-1, 1)};
            classes[i] = points[i][0] * points[i][1] > 0 ? 1 : 0;
        }
        Network network = Network.dense(2, List.of(16, 16), Activation.relu(), 0, 2);
        Model model = Trainer.forClassification().fit(network, Dataset.of(points, classes)).model();
        System.out.println(Arrays.toString(model.predictor().predict(new float[] {0.5f, 0.5f})));
    }
}
