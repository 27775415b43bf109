package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// What stands in a file.
class GraphTest {
    @Test
    void file_ofATable_saysForWhomItIs() {
        ModelProto file = Bytes.message(Bytes.of(Trained.on(Tables.passengers(300, 1), "survived")));
        assertThat(file.getIrVersion()).isEqualTo(8);
        assertThat(file.getProducerName()).isEqualTo("Neurite");
        assertThat(file.getProducerVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(file.getOpsetImportList())
                .extracting(OperatorSetIdProto::getDomain, OperatorSetIdProto::getVersion)
                .containsExactly(tuple("", 17L), tuple("ai.onnx.ml", 3L));
        assertThat(file.getMetadataPropsList())
                .extracting(StringStringEntryProto::getKey)
                .containsExactly("neurite", "neurite.sha256");
    }

    @Test
    void classification_inputsAndOutputs_areTheColumnsAndTheTwo() {
        GraphProto graph = Bytes.message(Bytes.of(Trained.on(Tables.passengers(300, 1), "survived")))
                .getGraph();
        assertThat(graph.getInputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("pclass", "sex", "age", "fare", "home", "embarked", "boarded", "born");
        assertThat(graph.getInputList())
                .extracting(GraphTest::type)
                .containsExactly(
                        "FLOAT [rows, 1]",
                        "STRING [rows, 1]",
                        "FLOAT [rows, 1]",
                        "FLOAT [rows, 1]",
                        "STRING [rows, 1]",
                        "STRING [rows, 1]",
                        "FLOAT [rows, 1]",
                        "FLOAT [rows, 1]");
        assertThat(graph.getOutputList())
                .extracting(value -> value.getName() + " " + type(value))
                .containsExactly("label STRING [rows]", "probabilities FLOAT [rows, 2]");
    }

    @Test
    void regression_output_isTheValue() {
        GraphProto graph = Bytes.message(Bytes.of(Trained.on(Tables.stones(300, 1), "price")))
                .getGraph();
        assertThat(graph.getOutputList())
                .extracting(value -> value.getName() + " " + type(value))
                .containsExactly("value FLOAT [rows, 1]");
    }

    @Test
    void manyNumbers_sideBySide_takeFewNodes() {
        List<Encoder> encoders = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            encoders.add(new NumberEncoder("x" + i, i, 1, 8, i % 3 == 0));
        }
        GraphProto graph = Bytes.message(Bytes.of(model(encoders))).getGraph();
        assertThat(graph.getNodeList()).hasSizeLessThan(20);
    }

    @Test
    void columns_namedLikeEverythingInside_keepTheirNames() throws OrtException {
        List<String> names = List.of(
                "label",
                "probabilities",
                "label_",
                "layer1.weight",
                "layer1.bias",
                "numbers1.x",
                "inputs",
                "labels",
                "constant.0.0",
                "category2.input",
                "layer1.preActivation",
                "mostProbable");
        List<Encoder> encoders = new ArrayList<>();
        names.forEach(name -> encoders.add(new NumberEncoder(name, 1, 2, 8, true)));
        encoders.add(new CategoryEncoder("numbers1.missing", List.of("a"), true, true));
        Preprocessing preprocessing = new Preprocessing(encoders);
        Network network = Network.of(preprocessing.width(), Dense.of(3, Activation.relu()), Dense.linear(2));
        TableModel model = new TableModel(
                preprocessing,
                Trained.started(network, Link.SOFTMAX, 1),
                new Target.Classification("y", List.of("no", "yes")));
        byte[] file = Bytes.of(model);
        GraphProto graph = Bytes.message(file).getGraph();
        assertThat(graph.getInputList())
                .extracting(ValueInfoProto::getName)
                .startsWith(names.toArray(String[]::new))
                .endsWith("numbers1.missing");
        assertThat(graph.getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("label__", "probabilities_");
        assertThat(new OnnxReader("it").read(file)).isEqualTo(new StoredModel.OfTable(model));
        Table table = Tables.of(
                "label,probabilities,label_,layer1.weight,layer1.bias,numbers1.x,inputs,labels,constant.0.0,"
                        + "category2.input,layer1.preActivation,mostProbable,numbers1.missing",
                "1,2,3,4,5,6,7,8,9,10,11,12,a");
        float[][] probabilities = (float[][]) OnnxScores.of(file, table).get("probabilities_");
        assertThat(probabilities[0][1]).isCloseTo(model.predict(table).probability(0, 1), Offset.offset(1e-6f));
    }

    @Test
    void column_withoutAName_isRefused() {
        TableModel model = model(List.of(new NumberEncoder("", 0, 1, 8, false)));
        assertThatThrownBy(() -> Bytes.of(model)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parameters_inTheGraph_areTheNumbersOfTheModel() {
        TableModel model = Trained.on(Tables.stones(300, 1), "price");
        GraphProto graph = Bytes.message(Bytes.of(model)).getGraph();
        TensorProto weight = graph.getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals("layer3.weight"))
                .findFirst()
                .orElseThrow();
        assertThat(weight.getDimsList()).containsExactly(32L, 16L);
        var parameters = model.model().parameters();
        var numbers = weight.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        assertThat(numbers.get(5 * 16 + 3))
                .isEqualTo(parameters.at(parameters.layout().slot("layer3.weight"), 5, 3));
    }

    private static TableModel model(List<Encoder> encoders) {
        Preprocessing preprocessing = new Preprocessing(encoders);
        Network network = Network.of(preprocessing.width(), Dense.linear(1));
        return new TableModel(
                preprocessing, Trained.started(network, Link.IDENTITY, 1), new Target.Regression("y", 0, 1));
    }

    private static String type(ValueInfoProto value) {
        var tensor = value.getType().getTensorType();
        List<String> sizes = tensor.getShape().getDimList().stream()
                .map(dim -> dim.hasDimParam() ? dim.getDimParam() : Long.toString(dim.getDimValue()))
                .toList();
        return TensorProto.DataType.forNumber(tensor.getElemType()) + " " + sizes;
    }
}
