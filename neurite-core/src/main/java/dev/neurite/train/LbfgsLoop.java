package dev.neurite.train;

import dev.neurite.network.Network;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Step after step of L-BFGS: validation, stopping rules, events.
final class LbfgsLoop {
    private final Lbfgs lbfgs;
    private final Trainer trainer;
    private final Network network;
    private final FullBatch objective;
    private final TrainingState state;
    private final @Nullable Validator validator;
    private final StopSignal stop;
    private final long began = System.nanoTime();
    private final LbfgsDescent descent;

    LbfgsLoop(
            Lbfgs lbfgs,
            Trainer trainer,
            Network network,
            FullBatch objective,
            TrainingState state,
            @Nullable Validator validator,
            StopSignal stop) {
        this.lbfgs = lbfgs;
        this.trainer = trainer;
        this.network = network;
        this.objective = objective;
        this.state = state;
        this.validator = validator;
        this.stop = stop;
        this.descent = new LbfgsDescent(objective, objective.start(), lbfgs.memory(), lbfgs.searchLimit());
    }

    TrainingResult run(int rows) {
        tell(new TrainingEvent.Started(objective.parameters(), rows, 1, trainer.epochs()));
        if (!Double.isFinite(descent.value()) || !Double.isFinite(descent.largestGradient())) {
            Divergence divergence = new Divergence("loss", 1, 1, descent.value());
            tell(new TrainingEvent.Diverged(divergence));
            return result(End.DIVERGED, divergence);
        }
        for (int epoch = 1; epoch <= trainer.epochs(); epoch++) {
            if (descent.largestGradient() <= lbfgs.tolerance()) {
                return result(End.CONVERGED, null);
            }
            boolean lower = descent.step();
            objective.place(descent.point());
            if (!lower) {
                return result(End.STALLED, null);
            }
            state.countStep();
            End end = endEpoch(epoch);
            if (end != End.COMPLETED) {
                return result(end, null);
            }
        }
        return result(descent.largestGradient() <= lbfgs.tolerance() ? End.CONVERGED : End.COMPLETED, null);
    }

    /// The end of the training, or COMPLETED when it goes on.
    private End endEpoch(int epoch) {
        EpochRecord measured = validator == null
                ? new EpochRecord(epoch, descent.value(), Double.NaN, Map.of())
                : validator.measure(epoch, descent.value());
        boolean improved = state.endEpoch(measured, trainer.earlyStopping());
        tell(new TrainingEvent.EpochEnded(measured, seconds()));
        if (improved) {
            tell(new TrainingEvent.Improved(measured));
        }
        if (stop.requested()) {
            return End.INTERRUPTED;
        }
        boolean patient = validator == null
                || epoch - state.bestEpoch() < trainer.earlyStopping().patience();
        boolean inTime = System.nanoTime() - began < trainer.limits().nanoseconds();
        return !patient ? End.STOPPED_EARLY : inTime ? End.COMPLETED : End.TIME_UP;
    }

    private TrainingResult result(End end, @Nullable Divergence divergence) {
        tell(new TrainingEvent.Finished(end, seconds()));
        return new TrainingResult(network, trainer.loss().link(), state, end, divergence, null);
    }

    private void tell(TrainingEvent event) {
        for (TrainingListener listener : trainer.listeners()) {
            listener.on(event);
        }
    }

    private double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }
}
