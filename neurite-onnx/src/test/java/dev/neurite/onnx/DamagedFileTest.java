package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.network.Network;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.DateEncoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are no model: each is refused in one sentence, and nothing else happens.
class DamagedFileTest {
    private static final TableModel MODEL = model();
    private static final byte[] FILE = Bytes.of(MODEL);
    private static final ModelProto MESSAGE = Bytes.message(FILE);
    private static final GraphProto GRAPH = MESSAGE.getGraph();
    private static final String JSON = MESSAGE.getMetadataProps(0).getValue();

    @TempDir
    private Path folder;

    private static TableModel model() {
        Preprocessing preprocessing = new Preprocessing(List.of(
                new NumberEncoder("age", 30.5f, 12, 8, true),
                new CategoryEncoder("sex", List.of("female", "male"), true, true),
                new DateEncoder(new NumberEncoder("born", 1, 2, 8, false))));
        Network network = Network.dense(preprocessing.width(), List.of(3), Activation.elu(), 0.2, 2);
        return new TableModel(
                preprocessing,
                Trained.started(network, Link.SOFTMAX, 1),
                new Target.Classification("y", List.of("no", "yes")));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> new OnnxReader("m.onnx").read(bytes))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("m.onnx ")
                .hasMessageEndingWith(".");
    }

    /// Reads bytes that may be good or not: a model or a [ModelFormatException], and nothing else.
    private static boolean isModel(byte[] bytes) {
        try {
            return new OnnxReader("m.onnx").read(bytes) != null;
        } catch (ModelFormatException expected) {
            return false;
        }
    }

    @Test
    void truncated_atEveryLength_isRefused() {
        for (int length = 0; length < FILE.length; length++) {
            assertRefused(Arrays.copyOf(FILE, length));
        }
    }

    @Test
    void truncated_beforeItsEnd_isCalledDamaged() {
        for (int length = 20; length < FILE.length; length++) {
            assertRefused(Arrays.copyOf(FILE, length)).hasMessageContaining("is damaged");
        }
    }

    @Test
    void changed_anyByte_isRefusedOrTheSameModel() {
        int accepted = 0;
        for (int i = 0; i < FILE.length; i++) {
            byte[] changed = FILE.clone();
            changed[i] ^= (byte) (1 << i % 8);
            if (isModel(changed)) {
                accepted++;
                assertThat(new OnnxReader("m.onnx").read(changed)).isEqualTo(new StoredModel.OfTable(MODEL));
            }
        }
        // the versions of format, producer and operators tell Neurite nothing
        assertThat(accepted).isPositive().isLessThan(80);
    }

    @Test
    void garbage_ofAnyLength_isRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            if (garbage.length > 0) {
                garbage[0] = ModelBytes.FIRST;
            }
            assertThat(isModel(garbage)).isFalse();
        }
    }

    @Test
    void deeplyNested_messagesAndJson_areRefused() {
        byte[] nested = new byte[100_000]; // group after group, each inside the one before
        Arrays.fill(nested, (byte) 0x0B);
        assertRefused(nested);
        assertRefused(with("{\"format\": " + "[".repeat(1_000_000), GRAPH)).hasMessageContaining("is damaged");
    }

    /// A file with these metadata and a checksum that matches.
    private static byte[] with(String json, GraphProto graph) {
        ModelProto.Builder file = MESSAGE.toBuilder().setGraph(graph);
        file.getMetadataPropsBuilder(0).setValue(json);
        file.getMetadataPropsBuilder(1).setValue(Checksum.of(graph, json));
        return file.build().toByteArray();
    }

    @Test
    void metadata_changedAnywhereWithAMatchingChecksum_areAModelOrRefused() {
        Random random = new Random(2);
        String alphabet = "\"{}[],:.-+eE0123456789truefalsnx\\u ";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder changed = new StringBuilder(JSON);
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                changed.setCharAt(random.nextInt(changed.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            isModel(with(changed.toString(), GRAPH));
        }
        assertThat(isModel(with(JSON, GRAPH))).isTrue();
    }

    @Test
    void graph_changedAnywhereWithAMatchingChecksum_isAModelOrRefused() {
        byte[] bytes = GRAPH.toByteArray();
        int parsed = 0;
        int unparsed = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x02;
            try {
                isModel(with(JSON, GraphProto.parseFrom(changed)));
                parsed++;
            } catch (InvalidProtocolBufferException expected) {
                unparsed++;
            }
        }
        assertThat(parsed).isPositive();
        assertThat(unparsed).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1 | \"format\": 2 | was written by a newer Neurite, in format 2; this one reads formats up to 1.",
                "\"format\": 1 | \"format\": \"1\" | is damaged: format must be a number.",
                "\"units\": 3 | \"units\": 4 | is damaged: parameter layer1.weight must be floats of shape [26, 4]",
                "\"units\": 3 | \"units\": 2000000000 | is damaged",
                "\"units\": 3 | \"units\": 0 | is damaged: Dense.units must be positive, got 0.",
                "\"units\": 3 | \"units\": 1e9 | is damaged",
                "\"inputs\": 26 | \"inputs\": 25 | is damaged: parameter layer1.weight",
                "\"std\": 12.0 | \"std\": -12.0 | is damaged: NumberEncoder.std must be positive and finite, got -12.0.",
                "\"std\": 12.0 | \"sd\": 12.0 | is damaged: std is missing.",
                "\"link\": \"softmax\" | \"link\": \"identity\" | is damaged: the link of a classification must be SOFTMAX",
                "\"link\": \"softmax\" | \"link\": \"probit\" | is damaged",
                "\"kind\": \"dense\" | \"kind\": \"conv\" | is damaged: no layer is of the kind conv.",
                "\"layer1.bias\" | \"layer1.weight\" | is damaged: two parameters are in one place.",
                "\"layer1.bias\" | \"elsewhere\" | is damaged: parameter layer1.bias is missing.",
                "\"layer1.bias\", | '' | is damaged: there must be 4 parameters, there are 3.",
                "\"labels\": [\"no\" | \"labels\": [true | is damaged: the elements of labels must be of one kind.",
                "\"female\" | \"male\" | is damaged: CategoryEncoder.levels must not hold a text twice",
            })
    void metadata_withOneThingWrong_areRefusedWithTheReason(String good, String bad, String reason) {
        assertThat(JSON).contains(good);
        assertRefused(with(JSON.replace(good, bad), GRAPH)).hasMessageContaining("m.onnx " + reason);
    }

    @Test
    void changed_parameter_isNoticedByTheChecksum() {
        ModelProto.Builder file = MESSAGE.toBuilder();
        file.getGraphBuilder().getInitializerBuilder(0).setName("other");
        assertRefused(file.build().toByteArray())
                .hasMessage("m.onnx has changed since Neurite wrote it, or is damaged: its checksum does not match.");
    }

    @Test
    void parameter_ofAnotherTypeOrSize_isRefused() {
        GraphProto.Builder graph = GRAPH.toBuilder();
        int weight = graph.getInitializerList().stream()
                .map(tensor -> tensor.getName())
                .toList()
                .indexOf("layer1.weight");
        GraphProto typed = graph.clone()
                .setInitializer(weight, graph.getInitializer(weight).toBuilder().setDataType(7))
                .build();
        assertRefused(with(JSON, typed)).hasMessageContaining("parameter layer1.weight must be floats");
        GraphProto shorter = graph.clone()
                .setInitializer(
                        weight,
                        graph.getInitializer(weight).toBuilder()
                                .setRawData(graph.getInitializer(weight)
                                        .getRawData()
                                        .substring(4)))
                .build();
        assertRefused(with(JSON, shorter)).hasMessageContaining("parameter layer1.weight must be floats");
    }

    @Test
    void model_ofAnotherProgram_isRefusedByItsName() {
        ModelProto file = MESSAGE.toBuilder()
                .clearMetadataProps()
                .setProducerName("pytorch")
                .build();
        assertRefused(file.toByteArray())
                .hasMessage("m.onnx is an ONNX model of pytorch; only models that Neurite wrote can be loaded.");
        assertRefused(file.toBuilder().clearProducerName().build().toByteArray())
                .hasMessageContaining("of another program");
    }

    @Test
    void model_savedAgainByAnotherTool_isLoaded() throws IOException {
        ModelProto again = ModelProto.newBuilder()
                .mergeFrom(ModelProto.parseFrom(FILE))
                .setDocString("a description")
                .setModelVersion(3)
                .build();
        assertThat(new OnnxReader("m.onnx").read(again.toByteArray())).isEqualTo(new StoredModel.OfTable(MODEL));
    }

    @Test
    void read_whatIsNoModelFile_saysSo() throws IOException {
        Path missing = folder.resolve("none.onnx");
        assertThatThrownBy(() -> OnnxFile.read(missing))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> OnnxFile.read(folder))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(folder + " is a directory; a model file is needed.");
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertThatThrownBy(() -> OnnxFile.read(empty))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(empty + " is empty; a model file is needed.");
        Path csv = Files.write(folder.resolve("t.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> OnnxFile.read(csv))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(csv + " is no ONNX model.");
        Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(FILE, FILE.length / 2));
        assertThatThrownBy(() -> OnnxFile.readTable(cut))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(cut + " is damaged: it ends too early, or some of its bytes have changed.");
    }
}
