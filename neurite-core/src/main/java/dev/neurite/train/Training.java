package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.kernels.Team;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;

/// The steps of one training: a program, a workspace and a state, bound together.
///
/// A step gathers a batch, runs the program forward, evaluates the loss, runs the program backward, transforms the
/// gradient, moves the parameters and their average. It allocates nothing.
public final class Training implements AutoCloseable {
    private final Trainer trainer;
    private final Program program;
    private final TrainingState state;
    private final Workspace workspace;
    private final Batches batches;
    private final GradientTransform[] transforms;
    private final ParameterUpdate update;
    private final ParameterAverage average;
    private final Team team;
    private final long plannedSteps;
    private double learningRate;

    /// Prepares the training of `network` on `data`.
    ///
    /// @throws IllegalArgumentException if the network, the loss and the data do not fit together
    public Training(Trainer trainer, Network network, Dataset data) {
        Fit.check(network, trainer.loss(), data, "training data");
        Seed seed = trainer.seed();
        this.trainer = trainer;
        this.batches = Batches.shuffled(data, trainer.batchSize(data.size()), seed.split("order"));
        this.program = Program.forTraining(network, batches.batchSize());
        if (program.layout().length() == 0) {
            throw new IllegalArgumentException("a network must have parameters to be trained, got " + network);
        }
        boolean averages = !(trainer.average() instanceof Average.None);
        this.state = new TrainingState(
                program.initialize(seed.split("start")), trainer.optimizer().moments(), averages, seed.split("draws"));
        this.transforms = trainer.transforms().toArray(GradientTransform[]::new);
        this.learningRate = trainer.learningRate();
        this.plannedSteps = (long) trainer.epochs() * batches.perEpoch();
        this.team = Team.of(trainer.threads());
        try {
            this.workspace = program.workspace(state.parameters(), state.gradients(), team);
            this.update = new ParameterUpdate(trainer.optimizer(), state, program.layout(), team);
            this.average = new ParameterAverage(trainer.average(), state.parameters(), state.evaluated(), team);
        } catch (Throwable thrown) {
            // no memory for the workspace, say: nobody else could end the threads
            team.close();
            throw thrown;
        }
    }

    /// Goes to the start of an epoch, counted from 0.
    public void startEpoch(int epoch) {
        batches.start(epoch);
        if (state.epoch() > 0) {
            learningRate = trainer.schedule().base(trainer.learningRate(), state.losses());
        }
    }

    /// Whether the epoch has another batch.
    public boolean hasNextStep() {
        return batches.hasNext();
    }

    /// Takes one step on the next batch.
    ///
    /// @return the mean loss of the batch before the step
    public double step() {
        int rows = batches.next(program, workspace);
        workspace.at(state.seed(), state.step());
        double loss = gradient(rows);
        double rate = trainer.schedule().at(learningRate, state.step(), plannedSteps);
        state.countStep();
        update.apply(rate);
        average.apply(state.step(), plannedSteps, batches.perEpoch());
        return loss;
    }

    private double gradient(int rows) {
        program.forward(workspace);
        Loss loss = trainer.loss();
        Rows logits = workspace.values(program.output());
        Rows delta = workspace.deltas(program.output());
        double mean = loss.evaluate(rows, logits, batches.targets(), batches.weights(), delta);
        program.backward(workspace);
        for (GradientTransform transform : transforms) {
            transform.apply(state.gradients(), program.layout());
        }
        return mean;
    }

    /// The mean loss of the batch of the last step, as the parameters are now.
    double lossAfterStep() {
        program.forward(workspace);
        Rows delta = workspace.deltas(program.output());
        Rows logits = workspace.values(program.output());
        return trainer.loss().evaluate(workspace.rows(), logits, batches.targets(), batches.weights(), delta);
    }

    /// Batches in one epoch.
    public int stepsPerEpoch() {
        return batches.perEpoch();
    }

    /// Sum of the weights of the batch of the last step.
    double weightOfStep() {
        return batches.weightSum(workspace.rows());
    }

    /// What the training has come to.
    public TrainingState state() {
        return state;
    }

    Program program() {
        return program;
    }

    Workspace workspace() {
        return workspace;
    }

    Team team() {
        return team;
    }

    /// Ends the threads of this training.
    @Override
    public void close() {
        team.close();
    }
}
