package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.model.Model;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// Networks that are built to be ill, and ones that are well.
class DiagnosisTest {
    private static final Trainer TRAINER = Trainer.forClassification().withEpochs(3);
    private static final Dataset DATA = Problems.random(300, 8, 3, Seed.of(1));

    private static Model model(Network network, BiFunction<Slot, Float, Float> change) {
        Parameters start = Program.forTraining(network, 1).initialize(Seed.of(2));
        float[] values = start.toArray();
        for (Slot slot : start.layout().slots()) {
            for (int row = 0; row < slot.rows(); row++) {
                for (int column = 0; column < slot.columns(); column++) {
                    int i = slot.offset() + row * slot.stride() + column;
                    values[i] = change.apply(slot, values[i]);
                }
            }
        }
        return new Model(
                network, Parameters.of(start.layout(), values), TRAINER.loss().link());
    }

    private static Diagnosis diagnosis(Model model) {
        return Diagnosis.of(model, TRAINER.loss(), DATA);
    }

    private static List<String> found(Diagnosis diagnosis, Diagnosis.Problem problem) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.problem() == problem)
                .map(finding -> finding.layer().layer())
                .toList();
    }

    @Test
    void of_newRectifiedNetwork_isHealthy() {
        Network network = Network.dense(8, List.of(32, 32, 32, 32, 32), Activation.relu(), 0.3, 3);
        Diagnosis diagnosis = diagnosis(model(network, (_, value) -> value));
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.layers().getLast().ratio()).isEqualTo(1);
        assertThat(diagnosis.layers())
                .hasSize(6)
                .allSatisfy(layer -> assertThat(layer.gradient()).isPositive());
    }

    @Test
    void of_layersBeforeAnythingLearns_haveNoGradient() {
        Network network = Network.of(
                8,
                Dense.of(16, Activation.tanh()).frozen(),
                new ActivationLayer(Activation.tanh()),
                Dense.of(16, Activation.tanh()),
                Dense.linear(3));
        Diagnosis diagnosis = diagnosis(model(network, (_, value) -> value));
        assertThat(diagnosis.isHealthy()).isTrue();
        assertThat(diagnosis.layers())
                .extracting(layer -> layer.finite() + " " + Double.isNaN(layer.gradient()))
                .containsExactly("true true", "true true", "true false", "true false");
        assertThat(diagnosis.layers().get(0).ratio()).isNaN();
        assertThat(diagnosis.layers().get(2).ratio()).isPositive();
    }

    @Test
    void of_trainedNetwork_isHealthy() {
        Network network = Network.dense(8, List.of(32, 32), Activation.tanh(), 0, 3);
        Model trained = TRAINER.withEpochs(20).fit(network, DATA).model();
        assertThat(diagnosis(trained).findings()).isEmpty();
    }

    @Test
    void of_unitsThatNoRowReaches_countsThem() {
        Network network = Network.dense(8, List.of(20, 10), Activation.relu(), 0, 3);
        Model model = model(network, (_, value) -> value);
        float[] values = model.parameters().toArray();
        Slot bias = model.parameters().layout().slot("layer1.bias");
        for (int unit = 0; unit < 13; unit++) {
            values[bias.offset() + unit] = -1e4f;
        }
        Model ill = new Model(network, Parameters.of(model.parameters().layout(), values), model.link());
        Diagnosis diagnosis = diagnosis(ill);

        assertThat(diagnosis.layers().getFirst().deadUnits()).isEqualTo(13);
        assertThat(diagnosis.layers().getFirst().deadShare()).isEqualTo(0.65);
        assertThat(found(diagnosis, Diagnosis.Problem.DEAD_UNITS)).containsExactly("layer 1 (Dense)");
        assertThat(diagnosis.findings().getFirst().sentence())
                .isEqualTo("13 of 20 units of layer 1 (Dense) are 0 on all rows");
    }

    @Test
    void of_manySigmoids_vanishes() {
        Network network =
                Network.dense(8, List.of(32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32), Activation.sigmoid(), 0, 3);
        Diagnosis diagnosis = diagnosis(model(network, (_, value) -> value));
        assertThat(found(diagnosis, Diagnosis.Problem.VANISHING_GRADIENT))
                .contains("layer 1 (Dense)")
                .doesNotContain("layer 11 (Dense)", "layer 12 (Dense)");
        assertThat(found(diagnosis, Diagnosis.Problem.EXPLODING_GRADIENT)).isEmpty();
        assertThat(diagnosis.layers()).isSortedAccordingTo((a, b) -> Double.compare(a.ratio(), b.ratio()));
    }

    @Test
    void of_weightsMuchTooLarge_explodes() {
        Network network = Network.dense(8, List.of(32, 32, 32, 32), Activation.relu(), 0, 3);
        Diagnosis diagnosis =
                diagnosis(model(network, (slot, value) -> slot.role() == Role.WEIGHT ? 40 * value : value));
        assertThat(found(diagnosis, Diagnosis.Problem.EXPLODING_GRADIENT))
                .contains("layer 1 (Dense)")
                .doesNotContain("layer 5 (Dense)");
        assertThat(found(diagnosis, Diagnosis.Problem.VANISHING_GRADIENT)).isEmpty();
    }

    @Test
    void of_parametersThatAreNoNumbers_areFoundInTheirLayerAlone() {
        Network network = Network.dense(8, List.of(16, 16), Activation.relu(), 0, 3);
        Diagnosis diagnosis =
                diagnosis(model(network, (slot, value) -> slot.name().startsWith("layer2") ? Float.NaN : value));
        assertThat(found(diagnosis, Diagnosis.Problem.NOT_FINITE)).containsExactly("layer 2 (Dense)");
        assertThat(diagnosis.findings().getFirst().sentence())
                .isEqualTo("layer 2 (Dense) gives numbers that are not finite");
    }

    /// Tiny outputs keep the way forward finite; on the way back the gradient is about 10²⁰ at layer 3, too large
    /// at layer 2.
    @Test
    void of_gradientsThatOverflow_areFoundWhereTheyBegin() {
        Network network = Network.dense(8, List.of(16, 16, 16), Activation.relu(), 0, 3);
        Map<String, Float> scales = Map.of("layer1.weight", 1e-35f, "layer3.weight", 1e22f, "layer4.weight", 1e22f);
        Diagnosis diagnosis = diagnosis(model(network, (slot, value) -> scales.getOrDefault(slot.name(), 1f) * value));
        assertThat(diagnosis.layers()).allMatch(LayerHealth::finiteOutputs);
        assertThat(diagnosis.layers())
                .extracting(LayerHealth::finiteGradients)
                .containsExactly(false, false, true, true);
        assertThat(found(diagnosis, Diagnosis.Problem.NOT_FINITE)).containsExactly("layer 2 (Dense)");
        assertThat(diagnosis.findings().stream()
                        .filter(finding -> finding.problem() == Diagnosis.Problem.NOT_FINITE)
                        .map(Diagnosis.Finding::sentence))
                .containsExactly("layer 2 (Dense) gets gradients that are not finite");
    }

    /// Every second or third of 3000 rows is looked at, and that one is not among them.
    @Test
    void of_oneRowThatWeighsAnything_looksAtIt() {
        float[] weights = new float[3000];
        weights[1] = 1;
        Dataset data = Problems.random(3000, 8, 3, Seed.of(1)).withWeights(weights);
        Network network = Network.dense(8, List.of(16), Activation.tanh(), 0, 3);
        assertThat(Diagnosis.of(model(network, (_, value) -> value), TRAINER.loss(), data)
                        .isHealthy())
                .isTrue();
    }

    @Test
    void fit_withDiagnosis_tellsAfterEachEpochAndChangesNoBit() {
        Network network = Network.dense(8, List.of(16), Activation.relu(), 0.2, 3);
        List<Diagnosis> told = new ArrayList<>();
        Trainer examined = TRAINER.withDiagnosis().withListener(event -> {
            if (event instanceof TrainingEvent.Diagnosed diagnosed) {
                told.add(diagnosed.diagnosis());
            }
        });
        TrainingResult result = examined.fit(network, DATA);
        TrainingResult plain = TRAINER.fit(network, DATA);

        assertThat(told).hasSize(3);
        assertThat(result.diagnosis()).contains(told.getLast());
        assertThat(told.getLast()).isEqualTo(diagnosis(result.model()));
        assertThat(result.model()).isEqualTo(plain.model());
        assertThat(plain.diagnosis()).isEmpty();
    }

    @Test
    void fit_divergingWithDiagnosis_namesTheLayers() {
        Network network = Network.dense(8, List.of(16), Activation.relu(), 0, 3);
        TrainingResult result = TRAINER.withDiagnosis().withLearningRate(1e30).fit(network, DATA);
        assertThat(result.end()).isEqualTo(End.DIVERGED);
        assertThat(result.diagnosis().orElseThrow().isHealthy()).isFalse();
    }
}
