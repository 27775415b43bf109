package dev.neurite.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.parameter.Constraint;
import dev.neurite.table.HiddenLayers.Normalization;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenLayersTest {
    private static final Dense RELU = Dense.of(8, Activation.relu());
    private static final Dense BEFORE_NORM =
            Dense.linear(8).withStart(RELU.weights(), RELU.biases()).withoutBias();

    @Test
    void network_usual_isDenseLayersWithDropout() {
        HiddenLayers hidden = HiddenLayers.standard().withUnits(List.of(8, 4)).withDropout(0.5);
        assertThat(hidden.network(3, 2)).isEqualTo(Network.dense(3, List.of(8, 4), Activation.relu(), 0.5, 2));
        assertThat(hidden.withUnits(List.of()).network(3, 2)).isEqualTo(Network.of(3, Dense.linear(2)));
    }

    @Test
    void network_normalized_isSoBeforeTheActivation() {
        HiddenLayers hidden = HiddenLayers.standard().withUnits(List.of(8)).withDropout(0.5);
        assertThat(hidden.withNormalization(Normalization.BATCH).network(3, 2))
                .isEqualTo(Network.of(
                        3,
                        BEFORE_NORM,
                        BatchNorm.standard(),
                        new ActivationLayer(Activation.relu()),
                        new Dropout(0.5),
                        Dense.linear(2)));
        assertThat(hidden.withNormalization(Normalization.LAYER).network(3, 2).layers())
                .contains(LayerNorm.standard());
    }

    @Test
    void network_residual_addsWhereTheHiddenLayerBeforeIsAsWide() {
        Constraint constraint = Constraint.maxNorm(2);
        HiddenLayers hidden = HiddenLayers.standard()
                .withUnits(List.of(8, 8, 4))
                .withConstraint(constraint)
                .withResidual(true);
        Dense dense = RELU.withConstraint(constraint);
        assertThat(hidden.network(8, 2))
                .isEqualTo(Network.of(
                        8,
                        dense,
                        Residual.of(dense),
                        Dense.of(4, Activation.relu()).withConstraint(constraint),
                        Dense.linear(2)));
        assertThatThrownBy(
                        () -> HiddenLayers.standard().withUnits(List.of(8, 4)).withResidual(true))
                .hasMessage("HiddenLayers.residual needs two layers of equally many units in a row, got [8, 4]");
    }
}
