package dev.neurite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.train.EpochRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class ChartTest {
    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;

    @TempDir
    private Path folder;

    static Stream<Chart> charts() {
        return Stream.of(
                LossChart.titled("Loss", "epoch", "cross-entropy (nats)")
                        .with("training", new double[] {4, 2, 1, 0.5})
                        .with("validation", new double[] {4, 3, 2, 1.5}),
                LossChart.titled("Loss", "epoch", "cross-entropy (nats)")
                        .with("training", new double[] {400, 2, 1, 0.5})
                        .with("validation", new double[] {400, 3, 2, 1.5})
                        .onLogarithmicAxis(),
                FunctionChart.of(Activation.tanh(), -3, 3),
                Planes.chart());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writePng_anyChart_isAPictureInTheColoursOfItsCurves(Chart chart) throws IOException {
        Path file = folder.resolve("chart.png");
        chart.writePng(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(pixels(image, BLUE)).isGreaterThan(50);
        assertThat(pixels(image, VERMILION)).isGreaterThan(50);
        assertThat(pixels(image, 0xFFFFFF)).isGreaterThan(10_000);
    }

    private static long pixels(BufferedImage image, int color) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels)
                .filter(pixel -> (pixel & 0xFFFFFF) == color)
                .count();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writePng_twiceAndInAnotherCountry_givesTheSameBytes(Chart chart) throws IOException {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        chart.writePng(first);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY); // where one half is written 0,5
            chart.writePng(second);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void writeSvg_anyChart_hasItsTitlesAsText(Chart chart) throws Exception {
        Path file = folder.resolve("chart.svg");
        chart.writeSvg(file);

        String text = text(file);
        switch (chart) {
            case LossChart losses ->
                assertThat(text).contains("Loss", "epoch", "cross-entropy (nats)", "training", "validation");
            case FunctionChart functions ->
                assertThat(text).contains("The activation tanh and its derivative", "z", "f′(z)");
            case DecisionChart decisions ->
                assertThat(text).contains("Planes", "x₁ (cm)", "x₂ (cm)", "left", "right", "decision boundary");
        }
    }

    private static String text(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 900 600");
        return document.getDocumentElement().getTextContent();
    }

    @Test
    void write_intoAFolderThatIsNotThere_saysSo() {
        Path file = folder.resolve("none/chart.png");
        assertThatThrownBy(() -> FunctionChart.of(Activation.relu(), -1, 1).writePng(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": its folder does not exist");
    }

    @Test
    void write_overAFolder_saysSoAndLeavesIt() throws IOException {
        Path file = Files.createDirectory(folder.resolve("chart.svg"));
        assertThatThrownBy(() -> FunctionChart.of(Activation.relu(), -1, 1).writeSvg(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": it is a directory");
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void lossChart_ofAHistory_hasACurveForWhatWasMeasured() {
        EpochRecord trained = new EpochRecord(1, 3, Double.NaN, Map.of());
        EpochRecord validated = new EpochRecord(2, 2, 4, Map.of());

        List<Curve> one = LossChart.of("t", "l", List.of(trained)).losses();
        assertThat(one).extracting(Curve::name).containsExactly("training");
        List<Curve> two = LossChart.of("t", "l", List.of(trained, validated)).losses();
        assertThat(two).extracting(Curve::name).containsExactly("training", "validation");
        assertThat(two.get(1).x(1)).isEqualTo(2);
        assertThat(two.get(1).y(1)).isEqualTo(4);
    }

    @Test
    void spansADecade_byTheSmallestAndTheLargestLoss() {
        LossChart chart = LossChart.titled("t", "s", "l").with("a", new double[] {1, Double.NaN, 5});
        assertThat(chart.spansADecade()).isFalse();
        assertThat(chart.with("b", new double[] {10}).spansADecade()).isTrue();
        assertThat(chart.with("b", new double[] {0, 10}).spansADecade()).isFalse();
    }

    @Test
    void curve_withoutAsManyYAsX_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Curve.line("loss", new double[2], new double[3]))
                .withMessage("curve loss must have as many y as x, got 3 and 2");
    }

    @Test
    void grid_ofFive_hasItsEnds() {
        assertThat(Curve.grid(-1, 1, 5)).containsExactly(-1, -0.5, 0, 0.5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Curve.grid(0, 1, 1))
                .withMessage("grid count must be at least 2, got 1");
    }
}
