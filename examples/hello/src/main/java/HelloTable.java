import dev.neurite.onnx.OnnxFile;
import dev.neurite.table.Predictions;
import dev.neurite.table.Table;
import dev.neurite.table.TableFormats;
import dev.neurite.table.TableResult;
import dev.neurite.table.TableTrainer;
import java.nio.file.Path;

/// Learns the species of penguins from a table, and predicts it.
public class HelloTable {
    public static void main(String[] arguments) {
        Table penguins = TableFormats.read(Path.of("examples/data/penguins.csv"));
        TableResult result = TableTrainer.forTarget("species").fit(penguins);
        System.out.println(result.metrics());
        OnnxFile.write(result.model(), Path.of("penguins.onnx"));
        Predictions predictions = result.model().predict(penguins);
        System.out.println(predictions.text(0) + " " + predictions.probability(0, 0));
    }
}
