package dev.neurite.train;

import dev.neurite.data.Batches;
import dev.neurite.data.Dataset;
import dev.neurite.kernels.Team;
import dev.neurite.network.Network;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import org.jspecify.annotations.Nullable;

/// Training by L-BFGS: no mini-batches and no learning rate, but steps on the loss of all rows, each as long as a
/// search along its line says: `p ← p − α·H·g`, where H is the inverse of the curvature as the last `memory` steps and
/// their changes of the gradient g show it, and α meets the strong Wolfe conditions. Liu and Nocedal 1989; Nocedal and
/// Wright 2006, "Numerical optimization", algorithms 7.5 and 3.5. On small data it needs far fewer passes than a
/// gradient descent, and it tells when it has arrived.
///
/// It minimises the mean loss plus `l2/2 · Σ w²` over the weights, biases not being penalised, plus the penalties of
/// the layers (`Dense.withPenalty`); the training losses it reports are of that sum. Frozen layers stay. Forward and
/// backward run in floats; sums, the history and the search in double. So the gradient is known to about seven digits
/// of its largest terms, and a training that cannot reach the tolerance ends as [End#STALLED] at the best point it
/// could find. So does one with an L1 penalty whose optimum has weights of 0: the penalty has a kink there, and the
/// search comes close but not to 0 itself.
///
/// The loss must not depend on draws, and a search along a line cannot keep constraints: layers such as dropout, and
/// constraints of layers, are refused.
///
/// @param memory      steps that the picture of the curvature is made of, positive
/// @param tolerance   largest magnitude in the gradient at which the training has converged, not negative
/// @param l2          penalty on all weights, not negative
/// @param searchLimit passes over the data that one search may take, at least 2
public record Lbfgs(int memory, double tolerance, double l2, int searchLimit) {
    private static final int CHUNK = 1024;

    /// Checks the numbers.
    public Lbfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("Lbfgs.memory must be positive, got " + memory);
        }
        if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
            throw new IllegalArgumentException("Lbfgs.tolerance must be finite and not negative, got " + tolerance);
        }
        if (!(l2 >= 0 && Double.isFinite(l2))) {
            throw new IllegalArgumentException("Lbfgs.l2 must be finite and not negative, got " + l2);
        }
        if (searchLimit < 2) {
            throw new IllegalArgumentException("Lbfgs.searchLimit must be at least 2, got " + searchLimit);
        }
    }

    /// Memory 10, tolerance 1e-5, 20 passes a search, as in SciPy; no penalty.
    public static Lbfgs standard() {
        return new Lbfgs(10, 1e-5, 0, 20);
    }

    /// With a penalty on the squares of the weights.
    public Lbfgs withL2(double value) {
        return new Lbfgs(memory, tolerance, value, searchLimit);
    }

    /// With another tolerance.
    public Lbfgs withTolerance(double value) {
        return new Lbfgs(memory, value, l2, searchLimit);
    }

    /// Trains without validation data.
    public TrainingResult fit(Trainer trainer, Network network, Dataset data) {
        return fit(trainer, network, data, null, new StopSignal());
    }

    /// Trains until the gradient is small enough, no step helps any more, or as many steps are done as the trainer
    /// has epochs: here an epoch is one step.
    ///
    /// The trainer gives the loss, the limits of epochs and time, the stopping rule, the seed of the start,
    /// threads, metrics and listeners. Its batch size, if not 0, is the number of rows that go through the network
    /// at once, which changes nothing but rounding. Optimizer, learning rate, schedule, learning rate factors and
    /// weight decay by role, gradient transforms, average, accumulation, the limit of steps (that of epochs is one)
    /// and diagnosis are not used; [Diagnosis#of] examines the model.
    ///
    /// @param validation rows that only the stopping rule and the choice of the best step see; null for none
    /// @param stop       asks to stop after the current step
    /// @throws IllegalArgumentException if the network, the loss and the data do not fit together, the loss depends
    ///     on draws, or a layer has a constraint
    public TrainingResult fit(
            Trainer trainer, Network network, Dataset data, @Nullable Dataset validation, StopSignal stop) {
        Fit.check(network, trainer.loss(), data, "training data");
        Fit.checkValidation(network, trainer, validation);
        Batches batches = Batches.inOrder(data, trainer.batchSize() == 0 ? CHUNK : trainer.batchSize());
        Program program = Program.forTraining(network, batches.batchSize());
        Seed seed = trainer.seed();
        TrainingState state = new TrainingState(program.initialize(seed.split("start")), 0, false, seed.split("draws"));
        try (Team team = Team.of(trainer.threads())) {
            FullBatch objective = new FullBatch(trainer.loss(), l2, program, state, batches, team);
            objective.check();
            Validator validator = validation == null
                    ? null
                    : new Validator(network, trainer.loss(), trainer.measured(), validation, state.evaluated(), team);
            return new LbfgsLoop(this, trainer, network, objective, state, validator, stop).run(data.size());
        }
    }
}
