package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.kernels.Team;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Parameters;
import dev.neurite.program.Program;
import org.jspecify.annotations.Nullable;

/// The steps of one training on one dataset, epoch after epoch. A step allocates nothing.
public final class Training implements AutoCloseable {
    private final Trainer trainer;
    private final Batches batches;
    private final Stepper stepper;
    private final int stepsPerEpoch;
    private final long plannedSteps;
    private double learningRate;

    /// Prepares the training of `network` on `data`.
    ///
    /// @throws IllegalArgumentException if the network, the loss and the data do not fit together
    public Training(Trainer trainer, Network network, Dataset data) {
        this(trainer, network, null, data);
    }

    /// @param start parameters at the start; null to draw them
    Training(Trainer trainer, Network network, @Nullable Parameters start, Dataset data) {
        Fit.check(network, trainer.loss(), data, "training data");
        this.trainer = trainer;
        this.batches = Batches.shuffled(
                data, trainer.batchSize(data.size()), trainer.seed().split("order"));
        Fit.checkBatch(network, batches.batchSize());
        this.stepper =
                new Stepper(trainer, network, batches.batchSize(), program -> Stepper.start(trainer, program, start));
        this.stepsPerEpoch = Math.ceilDiv(batches.perEpoch(), trainer.batching().accumulation());
        this.plannedSteps = (long) trainer.epochs() * stepsPerEpoch;
        this.learningRate = trainer.learningRate();
    }

    /// Goes to the start of an epoch, counted from 0.
    public void startEpoch(int epoch) {
        batches.start(epoch);
        if (state().epoch() > 0) {
            learningRate = trainer.schedule().base(trainer.learningRate(), state().losses());
        }
    }

    /// Whether the epoch has another batch.
    public boolean hasNextStep() {
        return batches.hasNext();
    }

    /// Takes one step on the next batch, or the next few where gradients are accumulated.
    ///
    /// @return the mean loss of the rows of the step before it
    public double step() {
        return stepper.step(batches, learningRate, plannedSteps, stepsPerEpoch);
    }

    /// Takes one more step on the last batch: all of [#step] but the gathering of rows, as one measures the time of
    /// a step.
    ///
    /// @return the mean loss of the batch before it
    /// @throws IllegalStateException if there was no step yet, or gradients are accumulated over several batches
    public double repeatStep() {
        if (state().step() == 0 || trainer.batching().accumulation() > 1) {
            throw new IllegalStateException("a step can be repeated after a step of one batch, got step "
                    + state().step() + " of " + trainer.batching().accumulation() + " batches");
        }
        return stepper.repeat(batches, learningRate, plannedSteps, stepsPerEpoch);
    }

    /// The mean loss of the last batch, as the parameters are now.
    double lossAfterStep() {
        return stepper.lossAfterStep(batches);
    }

    /// Steps of one epoch.
    public int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /// Sum of the weights of the rows of the last step.
    double weightOfStep() {
        return stepper.weightOfStep();
    }

    /// What the training has come to.
    public TrainingState state() {
        return stepper.state();
    }

    Program program() {
        return stepper.program();
    }

    Workspace workspace() {
        return stepper.workspace();
    }

    Team team() {
        return stepper.team();
    }

    /// Ends the threads of this training.
    @Override
    public void close() {
        stepper.close();
    }
}
