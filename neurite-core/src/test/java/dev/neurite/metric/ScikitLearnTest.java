package dev.neurite.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares with the values that `scikit-learn.py` recorded: ties, weights with zeros, classes that are never true or
/// never predicted, one class alone, several labels, several numbers.
class ScikitLearnTest {
    private static final double TOLERANCE = 1e-12;
    private static final JsonNode RECORDED = read();

    private static JsonNode read() {
        String file = "/metric/scikit-learn.json";
        try (InputStream in = Objects.requireNonNull(ScikitLearnTest.class.getResourceAsStream(file))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static Set<String> dataSets() {
        return new TreeSet<>(RECORDED.get("data").propertyNames());
    }

    private static Stream<JsonNode> cases() {
        return StreamSupport.stream(RECORDED.get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void value_recordedData_equalsScikitLearn(String name) {
        Data data = Data.of(RECORDED.get("data").get(name));
        SoftAssertions softly = new SoftAssertions();
        cases().filter(recorded -> name.equals(recorded.get("data").stringValue()))
                .forEach(recorded -> {
                    Metric metric = Metrics.named(recorded.get("metric").stringValue());
                    JsonNode expected = recorded.get("value");
                    double truth = expected.isNull() ? Double.NaN : expected.doubleValue();
                    double value = data.measure(metric, recorded.get("weighted").booleanValue());
                    softly.assertThat(Double.isNaN(truth) ? Double.isNaN(value) : isClose(value, truth))
                            .as("%s gives %s", recorded, value)
                            .isTrue();
                });
        assertThat(softly.assertionErrorsCollected()).isEmpty();
        softly.assertAll();
    }

    private static boolean isClose(double value, double truth) {
        return Math.abs(value - truth) <= TOLERANCE * Math.max(1, Math.abs(truth));
    }

    /// Rows as recorded.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Data(float[][] predictions, float[][] truth, float[] weights) {
        static Data of(JsonNode data) {
            return new Data(rows(data.get("predictions")), rows(data.get("truth")), floats(data.get("weights")));
        }

        double measure(Metric metric, boolean weighted) {
            Metric.Accumulator accumulator = metric.accumulator(predictions[0].length, truth[0].length);
            for (int row = 0; row < predictions.length; row++) {
                accumulator.add(predictions[row], 0, truth[row], 0, weighted ? weights[row] : 1);
            }
            return accumulator.value();
        }
    }

    private static float[][] rows(JsonNode array) {
        float[][] rows = new float[array.size()][];
        Arrays.setAll(rows, row -> floats(array.get(row)));
        return rows;
    }

    private static float[] floats(JsonNode array) {
        float[] floats = new float[array.size()];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = array.get(i).floatValue());
        return floats;
    }

    @Test
    void cases_allMetrics_areRecorded() {
        Set<String> recorded = new TreeSet<>();
        cases().forEach(each -> recorded.add(each.get("metric").stringValue()));
        assertThat(recorded)
                .containsAll(Metrics.namesOfRegression())
                .containsAll(Metrics.namesOfClassification().stream()
                        .filter(name -> !name.startsWith("top"))
                        .toList())
                .contains("top1", "top2", "top3");
    }
}
