package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Predictions;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writing and reading back.
class OnnxFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.onnx");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void readTable_whatWasWritten_isEqualAndPredictsTheSameBits() {
        Table table = Tables.passengers(600, 4);
        TableModel model = Trained.on(table, "survived");
        OnnxFile.write(model, file());
        TableModel loaded = OnnxFile.readTable(file());
        assertThat(loaded).isEqualTo(model);
        assertThat(OnnxFile.readModel(file())).isEqualTo(model.model());
        Predictions before = model.predict(table);
        Predictions after = loaded.predict(table);
        for (int row = 0; row < table.rows(); row++) {
            assertThat(after.probability(row, 0)).isEqualTo(before.probability(row, 0));
        }
    }

    @Test
    void readTable_ofARegression_isEqual() {
        TableModel model = Trained.on(Tables.stones(300, 4), "price");
        OnnxFile.write(model, file());
        assertThat(OnnxFile.readTable(file())).isEqualTo(model);
        assertThat(OnnxFile.read(file())).isEqualTo(new StoredModel.OfTable(model));
    }

    @Test
    void readTable_oddTextsAndNumbers_areAsTheyWere() {
        List<String> texts =
                List.of("\"quoted\"", "back\\slash", "tab\t", "\u0001\u007f\u2028", "😀", "{}", "null", " ");
        Preprocessing preprocessing = new Preprocessing(List.of(
                new CategoryEncoder("\"\\\n", texts, true, true),
                new NumberEncoder("n", Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY, true),
                new NumberEncoder("m", -0.0f, Float.MIN_NORMAL, Math.nextUp(1f), true)));
        Network network = Network.of(preprocessing.width(), Dense.linear(texts.size()));
        TableModel model = new TableModel(
                preprocessing, Trained.started(network, Link.SOFTMAX, 1), new Target.Classification("t", texts));
        OnnxFile.write(model, file());
        assertThat(OnnxFile.readTable(file())).isEqualTo(model);
    }

    @Test
    void readModel_everyActivationAndLink_isEqual() {
        List<Activation> activations = Stream.concat(
                        Activation.builtIn().stream(),
                        Stream.of(new Elu(0.1), new LeakyRelu(0.3), new Elu(1e-7), new Celu(0.7)))
                .toList();
        for (Activation activation : activations) {
            for (Link link : Link.values()) {
                Network network = Network.of(
                        3,
                        Dense.of(5, activation),
                        new Dropout(0.1),
                        Dense.of(2, activation).withoutBias());
                Model model = Trained.started(network, link, 7);
                OnnxFile.write(model, file());
                assertThat(OnnxFile.read(file())).isEqualTo(new StoredModel.OfFloats(model));
            }
        }
    }

    @Test
    void readModel_anyBitsOfParameters_areKept() {
        Network network = Network.of(6, Dense.linear(3));
        Program program = Program.forPrediction(network, 1);
        float[] vector = new float[program.layout().count()];
        Random random = new Random(3);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.intBitsToFloat(random.nextInt());
        }
        vector[0] = -0.0f;
        vector[1] = Float.MIN_VALUE;
        Model model = new Model(network, Parameters.ofVector(program.layout(), vector), Link.IDENTITY);
        OnnxFile.write(model, file());
        assertThat(OnnxFile.readModel(file()).parameters().toVector()).containsExactly(vector);
    }

    @Test
    void readModel_otherInitializers_becomeThoseOfDenseOf() {
        Initializer start = Initializer.constant(1);
        Dense dense = Dense.of(2, Activation.relu());
        Model model = Trained.started(Network.of(3, dense.withStart(start, start)), Link.IDENTITY, 1);
        OnnxFile.write(model, file());
        Model loaded = OnnxFile.readModel(file());
        assertThat(loaded.network()).isEqualTo(Network.of(3, dense));
        assertThat(loaded.parameters()).isEqualTo(model.parameters());
    }

    @Test
    void write_equalModels_givesEqualBytes() {
        Table table = Tables.passengers(400, 4);
        assertThat(Bytes.of(Trained.on(table, "survived"))).isEqualTo(Bytes.of(Trained.on(table, "survived")));
    }

    @Test
    void write_whatWasLoaded_givesTheSameBytes() throws IOException {
        OnnxFile.write(Trained.on(Tables.passengers(400, 4), "survived"), file());
        byte[] first = Files.readAllBytes(file());
        OnnxFile.write(OnnxFile.readTable(file()), file());
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
    }

    @Test
    void readTable_ofANetworkAlone_isRefused() {
        OnnxFile.write(Trained.started(Network.of(1, Dense.linear(1)), Link.EXP, 1), file());
        assertThatThrownBy(() -> OnnxFile.readTable(file()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file() + " holds a network alone");
    }

    @Test
    void write_customActivation_isRefusedByNameAndWritesNothing() throws IOException {
        Activation cube = Activation.custom("cube", z -> z * z * z, z -> 3 * z * z);
        Network network = Network.of(2, new Dropout(0.1), Dense.of(3, cube), Dense.linear(1));
        Model model = Trained.started(network, Link.IDENTITY, 1);
        assertThatThrownBy(() -> OnnxFile.write(model, file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "layer 2 (Dense): activation cube has no ONNX translation; only the built-in ones can be saved");
        TableModel table = new TableModel(
                new Preprocessing(
                        List.of(new NumberEncoder("a", 0, 1, 8, false), new NumberEncoder("b", 0, 1, 8, false))),
                model,
                new Target.Regression("y", 0, 1));
        assertThatThrownBy(() -> OnnxFile.write(table, file())).hasMessageContaining("activation cube");
        assertThat(names()).isEmpty();
    }

    @Test
    void write_overAFile_replacesItAndLeavesNothingElse() throws IOException {
        Files.writeString(file(), "old");
        Model model = Trained.started(Network.of(1, Dense.linear(1)), Link.EXP, 1);
        OnnxFile.write(model, file());
        assertThat(names()).containsExactly("model.onnx");
        assertThat(OnnxFile.readModel(file())).isEqualTo(model);
    }

    @Test
    void write_throughASymbolicLink_replacesItsTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("target.onnx"), "old");
        Files.createSymbolicLink(file(), target);
        OnnxFile.write(Trained.started(Network.of(1, Dense.linear(1)), Link.EXP, 1), file());
        assertThat(file()).isSymbolicLink();
        assertThat(OnnxFile.readModel(target)).isNotNull();
    }

    @Test
    void write_whereItCannotBe_saysWhy() throws IOException {
        Model model = Trained.started(Network.of(1, Dense.linear(1)), Link.EXP, 1);
        Path lost = folder.resolve("no/such/model.onnx");
        assertThatThrownBy(() -> OnnxFile.write(model, lost))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + lost + ": its folder does not exist");
        assertThatThrownBy(() -> OnnxFile.write(model, folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + folder + ": it is a directory");
        Path inFile = Files.writeString(folder.resolve("a"), "b").resolve("model.onnx");
        assertThatThrownBy(() -> OnnxFile.write(model, inFile))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write " + inFile + ": ");
    }
}
