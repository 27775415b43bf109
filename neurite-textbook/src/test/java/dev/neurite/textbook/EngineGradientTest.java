package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The fast engine against the textbook: the same network values, in another precision and by other code.
class EngineGradientTest {
    private static final double NEAR_KINK = 1e-5;

    @Test
    void lossAndGradient_randomNetworks_agree() {
        Property.holds(300, draws -> {
            RandomCase drawn = RandomCase.draw(draws, 4, 70, 40);
            while (drawn.nearKink(NEAR_KINK)) {
                drawn = RandomCase.draw(draws, 4, 70, 40);
            }
            assertAgree(drawn, draws.between(0, 20));
        });
    }

    private static void assertAgree(RandomCase drawn, int spareRows) {
        TextbookNetwork network = TextbookNetwork.of(drawn.network());
        TextbookLoss loss = TextbookLoss.of(drawn.loss());
        double[] parameters = network.vector(drawn.start());
        Pass pass = network.forward(parameters, drawn.batch().x(), drawn.masks());
        double[][] dLogits = loss.gradient(pass.logits(), drawn.batch());
        double expectedLoss = loss.value(pass.logits(), drawn.batch());

        Engine engine = Engine.run(drawn, spareRows);
        assertThat(Errors.ofNorm(engine.logits(), Reference.concatenated(pass.logits())))
                .as("logits of %s", drawn.network())
                .isLessThan(1e-5);
        assertThat(engine.loss())
                .as("loss of %s with %s", drawn.network(), drawn.loss())
                .isCloseTo(expectedLoss, within(1e-5 * expectedLoss));
        assertThat(Errors.ofNorm(engine.gradient(), network.backward(parameters, pass, dLogits)))
                .as("gradient of %s with %s", drawn.network(), drawn.loss())
                .isLessThan(1e-5);
    }
}
