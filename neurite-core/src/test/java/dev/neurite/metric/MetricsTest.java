package dev.neurite.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    static Stream<String> names() {
        return Stream.of(
                        Metrics.namesOfClassification(),
                        Metrics.namesOfRegression(),
                        List.of(
                                "f1Macro",
                                "f0.5Weighted",
                                "f2Class3",
                                "recallMicro",
                                "aucClass0",
                                "calibrationError20",
                                "top1",
                                "pinball0.05"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("names")
    void named_name_givesTheMetricOfThatName(String name) {
        assertThat(Metrics.named(name).name()).isEqualTo(name);
    }

    @Test
    void named_sameName_givesEqualMetrics() {
        assertThat(Metrics.named("f1Macro")).isEqualTo(Metric.f1(Averaging.macro()));
        assertThat(Metrics.named("f2")).isEqualTo(Metric.fBeta(2, Averaging.standard()));
        assertThat(Metrics.named("pinball0.9")).isEqualTo(Metric.pinball(0.9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"f1macro", "top0", "top", "f", "f-1", "fNaN", "pinball1.5", "pinball0.0", "aucClass", "R2", ""})
    void named_unknownName_isRefusedWithThoseThatThereAre(String name) {
        assertThatThrownBy(() -> Metrics.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric must be one of accuracy, balancedAccuracy, logLoss, brier, matthews, kappa, "
                        + "calibrationError, auc, averagePrecision, precision, recall, f1, top5, rmse, mse, mae, mape, "
                        + "medianAbsoluteError, r2, explainedVariance, poissonDeviance, pinball0.5, got " + name);
    }

    @Test
    void ofTask_metricOfTheOther_isRefused() {
        assertThatThrownBy(() -> Metrics.ofClassification("rmse"))
                .hasMessageStartingWith("metric of classification must be one of accuracy,")
                .hasMessageEndingWith(", got rmse");
        assertThatThrownBy(() -> Metrics.ofRegression("f1"))
                .hasMessageStartingWith("metric of regression must be one of rmse,")
                .hasMessageEndingWith(", got f1");
    }
}
