package dev.neurite.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.metric.Metric;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.random.Seed;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Predictions;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.RowSplit;
import dev.neurite.table.Schema;
import dev.neurite.table.Table;
import dev.neurite.table.TableDataset;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import dev.neurite.table.TargetColumn;
import dev.neurite.train.Trainer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The Palmer penguins (Horst, Hill, Gorman 2020, CC0), from the file to a trained model.
class PenguinsTest {
    private final Table table = Csv.read(file());

    private static Path file() {
        try {
            return Path.of(Objects.requireNonNull(PenguinsTest.class.getResource("penguins.csv"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Recorded with NumPy 1.24.2 and pandas 1.5.3:
    ///
    ///     d = pandas.read_csv("penguins.csv"); t = d[d.index % 5 != 0]
    ///     x = t[column].astype(numpy.float32).astype(float)
    ///     numpy.float32(x.mean()), numpy.float32(x.std(ddof=0)), t[column].isna().sum()
    @Test
    void fit_onFourFifths_isWhatPandasMeasures() {
        int[] rows =
                IntStream.range(0, table.rows()).filter(row -> row % 5 != 0).toArray();
        Preprocessing fitted = Preprocessing.fit(table, Schema.infer(table, "species", rows), rows);
        List<Encoder> encoders = fitted.encoders();
        assertThat(table.rows()).isEqualTo(344);
        assertThat(encoders).hasSize(6);
        assertThat(encoders.get(0))
                .isEqualTo(new CategoryEncoder("island", List.of("Biscoe", "Dream", "Torgersen"), false, false));
        assertMoments(encoders.get(1), "bill_length_mm", 43.929302f, 5.3673706f);
        assertMoments(encoders.get(2), "bill_depth_mm", 17.175457f, 1.966408f);
        assertMoments(encoders.get(3), "flipper_length_mm", 200.95604f, 14.054508f);
        assertMoments(encoders.get(4), "body_mass_g", 4203.022f, 805.84094f);
        assertThat(encoders.get(5)).isEqualTo(new CategoryEncoder("sex", List.of("female", "male"), false, true));
    }

    private static void assertMoments(Encoder encoder, String column, float mean, float std) {
        NumberEncoder number = (NumberEncoder) encoder;
        assertThat(number.column()).isEqualTo(column);
        assertThat(number.mean()).isCloseTo(mean, Offset.offset(Math.ulp(mean)));
        assertThat(number.std()).isCloseTo(std, Offset.offset(Math.ulp(std)));
        assertThat(number.indicator()).isTrue();
    }

    @Test
    void train_onPart_predictsTheRest() {
        TargetColumn species = TargetColumn.of(table, "species");
        RowSplit split = species.split(species.rows(), 0.2, Seed.of(1));
        Schema schema = Schema.infer(table, "species", split.train());
        Preprocessing preprocessing = Preprocessing.fit(table, schema, split.train());
        Target target = species.fit(split.train());
        TableDataset data = TableDataset.of(table, preprocessing, target, split.train());
        Network network = Network.dense(preprocessing.width(), List.of(16), Activation.relu(), 0, target.outputs());
        Model model = Trainer.forClassification()
                .withEpochs(30)
                .withLearningRate(0.01)
                .withSeed(1)
                .fit(network, data)
                .model();
        Predictions predictions = new TableModel(preprocessing, model, target).predict(table, split.heldOut());
        Map<String, Double> measured = predictions.measure(List.of(Metric.accuracy()), target.read(table));
        assertThat(predictions.size()).isEqualTo(69);
        assertThat(measured.get("accuracy")).isGreaterThanOrEqualTo(0.95);
    }
}
