package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Predictions of the fast engine against those of the textbook, where dropout does nothing and the link is applied.
class EnginePredictionTest {
    @Test
    void predict_randomNetworks_agree() {
        Property.holds(100, draws -> {
            RandomCase drawn = RandomCase.draw(draws, 4, 70, 40);
            Link link = draws.oneOf(List.of(Link.values()));
            double[] expected = expected(drawn, OutputFunction.of(link));
            double[] predicted = predicted(drawn, link);
            assertThat(Errors.ofNorm(predicted, expected))
                    .as("%s of %s", link, drawn.network())
                    .isLessThan(1e-5);
        });
    }

    private static double[] expected(RandomCase drawn, OutputFunction output) {
        TextbookNetwork network = TextbookNetwork.of(drawn.network());
        double[][] logits = network.forward(
                        network.vector(drawn.start()), drawn.batch().x())
                .logits();
        return Reference.concatenated(Arrays.stream(logits).map(output::value).toArray(double[][]::new));
    }

    private static double[] predicted(RandomCase drawn, Link link) {
        try (Predictor predictor = new Model(drawn.network(), drawn.start(), link).predictor()) {
            return Arrays.stream(drawn.batch().x())
                    .map(Engine::floats)
                    .map(predictor::predict)
                    .flatMapToDouble(row -> Arrays.stream(Engine.doubles(row)))
                    .toArray();
        }
    }
}
