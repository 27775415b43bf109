package dev.neurite.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtException;
import dev.neurite.activation.Activation;
import dev.neurite.loss.Link;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.table.CategoryEncoder;
import dev.neurite.table.DateEncoder;
import dev.neurite.table.Encoder;
import dev.neurite.table.NumberEncoder;
import dev.neurite.table.Preprocessing;
import dev.neurite.table.Table;
import dev.neurite.table.TableModel;
import dev.neurite.table.Target;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The preprocessing in the graph gives the inputs of the network bit for bit as [Preprocessing] does.
class EncodingGraphTest {
    /// Compares what the graph hands to the network's first layer.
    private static void assertSameBits(Table table, Encoder... encoders) throws OrtException {
        Preprocessing preprocessing = new Preprocessing(List.of(encoders));
        Network network = Network.of(preprocessing.width(), Dense.of(1, Activation.identity()));
        TableModel model = new TableModel(
                preprocessing, Trained.started(network, Link.IDENTITY, 1), new Target.Regression("y", 0, 1));
        ModelProto file = Bytes.message(Bytes.of(model));
        NodeProto layer = file.getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals("Gemm"))
                .findFirst()
                .orElseThrow();
        ModelProto.Builder opened = file.toBuilder();
        opened.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(layer.getInput(0)));
        Object inputs = OnnxScores.of(opened.build().toByteArray(), table).get(layer.getInput(0));
        float[] expected = preprocessing.encode(table).toArray();
        int width = preprocessing.width();
        assertThat((float[][]) inputs).hasDimensions(table.rows(), width);
        for (int row = 0; row < table.rows(); row++) {
            int differs =
                    Arrays.mismatch(((float[][]) inputs)[row], 0, width, expected, row * width, (row + 1) * width);
            assertThat(differs)
                    .as(() -> "first input that differs of " + preprocessing.inputNames())
                    .isEqualTo(-1);
        }
    }

    private static Table table(String name, String... cells) {
        return Tables.of(Tables.column(name, cells.length, row -> cells[row]));
    }

    private static NumberEncoder number(String name, boolean indicator) {
        return new NumberEncoder(name, 0.1f, 0.7f, 8, indicator);
    }

    @Test
    void number_anyCell_isEncodedAlike() throws OrtException {
        Table table =
                table("x", "0", "-0", "1", "0.1", "", "nan", "inf", "-inf", "3e38", "-3e38", "1e-40", "5.7", "5.8");
        assertSameBits(table, number("x", true));
        assertSameBits(table, number("x", false));
        assertSameBits(table, new NumberEncoder("x", -3e38f, 1e-30f, Float.POSITIVE_INFINITY, true));
    }

    @Test
    void numbers_randomOnesSideBySide_areEncodedAlike() throws OrtException {
        Random random = new Random(5);
        Table table = Tables.of(
                Tables.column("a", 999, row -> random.nextInt(9) == 0 ? "" : random.nextGaussian() * 4),
                Tables.column("b", 999, row -> random.nextGaussian()),
                Tables.column("c", 999, row -> random.nextInt(9) == 0 ? "" : random.nextLong()),
                Tables.column("d", 999, row -> random.nextFloat()));
        assertSameBits(
                table,
                number("a", true),
                number("b", false),
                new NumberEncoder("c", 1e18f, 3.3e17f, 2.5f, true),
                number("d", false));
        assertSameBits(table, number("d", false), number("b", false));
    }

    @Test
    void category_everyKindOfCell_isEncodedAlike() throws OrtException {
        Table table = table("x", "a", "b", "", "c", "A", "a ", "日本", "a\u0301", "\"", "0");
        List<String> levels = List.of("a", "c", "日本", "\"", "a ");
        assertSameBits(table, new CategoryEncoder("x", levels, true, true));
        assertSameBits(table, new CategoryEncoder("x", levels, false, true));
        assertSameBits(table, new CategoryEncoder("x", levels, true, false));
        assertSameBits(table, new CategoryEncoder("x", levels, false, false));
        assertSameBits(table, new CategoryEncoder("x", List.of(), true, false));
        assertSameBits(table, new CategoryEncoder("x", List.of(), false, true));
        assertSameBits(table, new CategoryEncoder("x", List.of("a", ""), false, true));
    }

    @Test
    void category_blankCells_areTextsAndEncodedAlike() throws OrtException {
        Table table = table("x", "a", "", " ", "  ", "\t", "\u2003", "\u00a0", " a");
        List<String> levels = List.of("a", " ", "\u2003");
        assertSameBits(table, new CategoryEncoder("x", levels, true, true));
        assertSameBits(table, new CategoryEncoder("x", levels, false, true));
        assertSameBits(table, new CategoryEncoder("x", List.of("a"), true, false));
        assertSameBits(table, new CategoryEncoder("x", List.of("a"), false, true));
    }

    @Test
    void date_everyDayOf400Years_isEncodedAlike() throws OrtException {
        long first = LocalDate.of(1769, 12, 30).toEpochDay();
        int days = 146_097 + 5;
        Table table = Tables.of(Tables.column("when", days, row -> LocalDate.ofEpochDay(first + row)));
        assertSameBits(table, new DateEncoder(new NumberEncoder("when", 100, 40_000, 8, false)));
    }

    @Test
    void date_timesAndMissing_areEncodedAlike() throws OrtException {
        Table table = table(
                "when",
                "1970-01-01",
                "1969-12-31T23:59",
                "",
                "1969-12-31T00:00",
                "1970-01-01T00:01",
                "2000-02-29T12:00");
        assertSameBits(table, new DateEncoder(new NumberEncoder("when", 0.5f, 1, 8, true)));
        assertSameBits(table, new DateEncoder(new NumberEncoder("when", 0.5f, 1, 8, false)));
    }

    @Test
    void columns_ofEveryKindInAnyOrder_areEncodedAlike() throws OrtException {
        Table table = Tables.passengers(400, 9);
        assertSameBits(
                table,
                number("age", true),
                new CategoryEncoder("sex", List.of("female", "male"), false, false),
                number("fare", true),
                number("pclass", false),
                new DateEncoder(number("boarded", true)),
                new DateEncoder(number("born", false)),
                new CategoryEncoder("embarked", List.of("C"), false, false));
    }

    @Test
    void category_withoutInputs_isReadAndIgnored() throws OrtException {
        Table table = Tables.of(Tables.column("x", 3, row -> "a"), Tables.column("n", 3, row -> row));
        assertSameBits(table, new CategoryEncoder("x", List.of(), false, false), number("n", false));
    }
}
