package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.network.Network;
import dev.neurite.optimize.Optimizer;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuedTrainingTest {
    private static final Network NETWORK = Network.dense(2, List.of(12), Activation.relu(), 0.2, 2);
    private static final Dataset DATA = Problems.ring(200, 0, Seed.of(1));
    private static final Trainer TRAINER =
            Trainer.forClassification().withBatchSize(10).withEpochs(5).withSeed(3);

    @Test
    void fit_modelAsTheSeedDrawsIt_givesTheSameBitsAsTheNetwork() {
        Parameters drawn =
                Program.forTraining(NETWORK, 10).initialize(Seed.of(3).split("start"));
        Model start = new Model(NETWORK, drawn, TRAINER.loss().link());
        TrainingResult continued = TRAINER.fit(start, DATA, DATA);
        TrainingResult fresh = TRAINER.fit(NETWORK, DATA, DATA);

        assertThat(continued.model()).isEqualTo(fresh.model());
        assertThat(continued.history()).isEqualTo(fresh.history());
        assertThat(start.parameters()).isEqualTo(drawn);
    }

    /// One row has one order and plain descent has no moments, so two trainings in a row are one.
    @Test
    void fit_plainDescentOnOneRow_goesOnAsIfNothingHadHappened() {
        Network network = Network.dense(2, List.of(6), Activation.tanh(), 0, 2);
        Dataset row = DATA.subset(new int[] {7});
        Trainer descent = TRAINER.withOptimizer(Optimizer.sgd()).withLearningRate(0.1);
        Model half = descent.withEpochs(9).fit(network, row).model();
        assertThat(descent.withEpochs(4).fit(half, row).model())
                .isEqualTo(descent.withEpochs(13).fit(network, row).model());
    }

    @Test
    void fit_goodModel_startsWhereItEnded() {
        Model good = TRAINER.withEpochs(60).fit(NETWORK, DATA).model();
        double first =
                TRAINER.withEpochs(1).fit(good, DATA).history().getFirst().trainingLoss();
        double scratch =
                TRAINER.withEpochs(1).fit(NETWORK, DATA).history().getFirst().trainingLoss();
        assertThat(first).isLessThan(scratch / 2);
    }

    @Test
    void fit_modelOfAnotherLink_isRefused() {
        Model model = TRAINER.withEpochs(1).fit(NETWORK, DATA).model();
        Trainer other = Trainer.of(Loss.sigmoidCrossEntropy());
        assertThatThrownBy(() -> other.fit(model, DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a model that predicts by SOFTMAX must go on with a loss of that kind, got ")
                .hasMessageEndingWith(", which predicts by SIGMOID");
    }
}
