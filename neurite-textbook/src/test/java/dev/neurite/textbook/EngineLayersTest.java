package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.loss.Link;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.textbook.GradientCheck.Result;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Networks that hold every kind of layer: the fast engine against the textbook, and the textbook against finite
/// differences. Normalisations magnify the rounding of what a softmax or a dropout before them has made nearly equal,
/// so the tolerances are ten times those of dense layers.
class EngineLayersTest {
    @Test
    void gradient_everyLayer_agreesWithTheTextbook() {
        Property.holds(100, draws -> {
            RandomCase drawn = LayerCase.draw(draws, 40, 30);
            TextbookNetwork network = TextbookNetwork.of(drawn.network());
            TextbookLoss loss = TextbookLoss.of(drawn.loss());
            double[] parameters = network.vector(drawn.start());
            Pass pass = network.forward(parameters, drawn.batch().x(), drawn.masks());
            double expected = loss.value(pass.logits(), drawn.batch());
            Engine engine = Engine.run(drawn, draws.between(0, 9));
            assertThat(engine.loss()).isCloseTo(expected, within(1e-4 * expected));
            assertThat(Errors.ofNorm(engine.logits(), Reference.concatenated(pass.logits())))
                    .isLessThan(1e-4);
            double[] gradient = network.backward(parameters, pass, loss.gradient(pass.logits(), drawn.batch()));
            assertThat(Errors.ofNorm(engine.gradient(), gradient))
                    .as("gradient of %s", drawn.network())
                    .isLessThan(1e-4);
        });
    }

    @Test
    void gradient_everyLayer_agreesWithFiniteDifferences() {
        Property.holds(30, draws -> {
            RandomCase drawn = LayerCase.draw(draws, 8, 6);
            TextbookNetwork network = TextbookNetwork.of(drawn.network());
            List<Result> results = GradientCheck.of(network, TextbookLoss.of(drawn.loss()), drawn.batch())
                    .withMasks(drawn.masks())
                    .at(network.vector(drawn.start()));
            assertThat(results)
                    .allSatisfy(
                            result -> assertThat(result.error()).isLessThan(1e-6 * Math.max(1, result.analyticNorm())));
        });
    }

    @Test
    void prediction_everyLayer_agreesWithTheTextbook() {
        Property.holds(100, draws -> {
            RandomCase drawn = LayerCase.draw(draws, 40, 10);
            TextbookNetwork network = TextbookNetwork.of(drawn.network());
            double[] expected = Reference.concatenated(
                    network.forward(network.vector(drawn.start()), drawn.batch().x())
                            .logits());
            try (Predictor predictor = new Model(drawn.network(), drawn.start(), Link.IDENTITY).predictor()) {
                double[] predicted = Arrays.stream(drawn.batch().x())
                        .map(Engine::floats)
                        .map(predictor::predict)
                        .flatMapToDouble(row -> Arrays.stream(Engine.doubles(row)))
                        .toArray();
                assertThat(Errors.ofNorm(predicted, expected)).isLessThan(1e-4);
            }
        });
    }
}
