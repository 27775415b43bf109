package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.kernels.Team;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;
import dev.neurite.op.Workspace;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes steps on batches, wherever they come from: a program, a workspace and a state, bound together.
///
/// A step gathers a batch, runs the program forward, evaluates the loss, runs the program backward, transforms the
/// gradient, moves the parameters and their average. It allocates nothing.
final class Stepper implements AutoCloseable {
    private final Trainer trainer;
    private final Loss loss;
    private final Program program;
    private final TrainingState state;
    private final Workspace workspace;
    private final GradientTransform[] transforms;
    private final ParameterUpdate update;
    private final Regularization regularization;
    private final ParameterAverage average;
    private final int accumulation;
    private final @Nullable GradientMean mean;
    private final Team team;
    private double weight;

    /// @param maxRows rows of the largest batch
    /// @param start   makes the state for the program
    Stepper(Trainer trainer, Network network, int maxRows, Function<Program, TrainingState> start) {
        this.trainer = trainer;
        this.loss = trainer.loss();
        this.program = Program.forTraining(network, maxRows);
        if (program.layout().length() == 0) {
            throw new IllegalArgumentException("a network must have parameters to be trained, got " + network);
        }
        this.state = start.apply(program);
        this.transforms = trainer.transforms().toArray(GradientTransform[]::new);
        this.accumulation = trainer.batching().accumulation();
        this.mean = accumulation > 1 ? new GradientMean(state.gradients()) : null;
        this.team = Team.of(trainer.threads());
        try {
            this.workspace = program.workspace(state.parameters(), state.gradients(), team);
            RoleRules roles = trainer.descent().roles();
            this.update = new ParameterUpdate(trainer.optimizer(), roles, state, program.parameters(), team);
            this.regularization = new Regularization(roles, state, program.parameters(), team);
            this.average = new ParameterAverage(
                    trainer.average(), state.parameters(), state.evaluated(), program.layout(), team);
        } catch (Throwable thrown) {
            // no memory for the workspace, say: nobody else could end the threads
            team.close();
            throw thrown;
        }
    }

    /// The state at the start of a training, before any step.
    ///
    /// @param start parameters; null to draw them
    static TrainingState start(Trainer trainer, Program program, @Nullable Parameters start) {
        Parameters parameters =
                start == null ? program.initialize(trainer.seed().split("start")) : start;
        boolean averages = !(trainer.average() instanceof Average.None);
        return new TrainingState(
                parameters,
                trainer.optimizer().moments(),
                averages,
                trainer.seed().split("draws"));
    }

    /// Takes one step on the next batch, or the next few where gradients are accumulated.
    ///
    /// @param base          base of the schedule
    /// @param plannedSteps  steps of the whole training
    /// @param stepsPerEpoch steps of an epoch
    /// @return the mean loss of the batch before the step
    double step(Batches batches, double base, long plannedSteps, int stepsPerEpoch) {
        double before = mean == null ? gradient(batches, state.step()) : accumulate(batches, mean);
        move(base, plannedSteps, stepsPerEpoch);
        return before;
    }

    /// Takes one more step on the last batch, which is in the workspace still.
    double repeat(Batches batches, double base, long plannedSteps, int stepsPerEpoch) {
        workspace.at(state.seed(), state.step());
        double before = forward(batches);
        program.backward(workspace);
        move(base, plannedSteps, stepsPerEpoch);
        return before;
    }

    private void move(double base, long plannedSteps, int stepsPerEpoch) {
        regularization.addPenalties();
        for (GradientTransform transform : transforms) {
            transform.apply(state.gradients(), program.layout());
        }
        double rate = trainer.schedule().at(base, state.step(), plannedSteps);
        state.countStep();
        update.apply(rate);
        regularization.constrain();
        average.apply(state.step(), plannedSteps, stepsPerEpoch);
    }

    private double accumulate(Batches batches, GradientMean gradients) {
        double meanLoss = 0;
        for (int i = 0; i < accumulation && batches.hasNext(); i++) {
            double ofBatch = gradient(batches, state.step() * accumulation + i);
            meanLoss += gradients.add(weight) * (ofBatch - meanLoss);
        }
        weight = gradients.finish();
        return meanLoss;
    }

    /// @param draw number of the draws of random ops
    private double gradient(Batches batches, long draw) {
        int rows = batches.next(program, workspace);
        workspace.at(state.seed(), draw);
        weight = batches.weightSum(rows);
        double ofBatch = forward(batches);
        program.backward(workspace);
        return ofBatch;
    }

    private double forward(Batches batches) {
        program.forward(workspace);
        Rows logits = workspace.values(program.output());
        Rows delta = workspace.deltas(program.output());
        return LossCheck.evaluate(loss, workspace.rows(), logits, batches.targets(), batches.weights(), delta);
    }

    /// The mean loss of the last batch, as the parameters are now.
    double lossAfterStep(Batches batches) {
        return forward(batches);
    }

    /// Sum of the weights of the rows of the last step.
    double weightOfStep() {
        return weight;
    }

    TrainingState state() {
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

    @Override
    public void close() {
        team.close();
    }
}
