package dev.neurite.train;

import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that changes while a network is trained, and all of it: parameters, gradients, moments, counters, history, the
/// best parameters so far.
public final class TrainingState {
    private final Layout layout;
    private final Seed seed;
    private final float[] parameters;
    private final float[] gradients;
    private final float[][] moments;
    private final List<EpochRecord> history = new ArrayList<>();
    private long step;
    private int epoch;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private float @Nullable [] bestParameters;

    TrainingState(Parameters start, int momentArrays, Seed seed) {
        this.layout = start.layout();
        this.seed = seed;
        this.parameters = start.toArray();
        this.gradients = new float[parameters.length];
        this.moments = new float[momentArrays][parameters.length];
    }

    float[] parameters() {
        return parameters;
    }

    float[] gradients() {
        return gradients;
    }

    float[][] moments() {
        return moments;
    }

    void countStep() {
        step++;
    }

    /// Takes what an epoch measured; keeps the parameters when the validation loss is the best so far.
    ///
    /// @return whether it is
    boolean endEpoch(EpochRecord measured, double minimumImprovement) {
        epoch = measured.epoch();
        history.add(measured);
        if (!(measured.validationLoss() < bestLoss - minimumImprovement)) {
            return false;
        }
        bestLoss = measured.validationLoss();
        bestEpoch = epoch;
        if (bestParameters == null) {
            bestParameters = parameters.clone();
        } else {
            System.arraycopy(parameters, 0, bestParameters, 0, parameters.length);
        }
        return true;
    }

    /// Steps done.
    public long step() {
        return step;
    }

    /// Epochs done.
    public int epoch() {
        return epoch;
    }

    /// Key of all random draws.
    public Seed seed() {
        return seed;
    }

    /// What each epoch measured.
    public List<EpochRecord> history() {
        return List.copyOf(history);
    }

    /// The epoch with the best validation loss, from 1; 0 before any.
    public int bestEpoch() {
        return bestEpoch;
    }

    /// The parameters as they are now.
    public Parameters current() {
        return Parameters.of(layout, parameters);
    }

    /// The parameters of the best epoch; the current ones where nothing was evaluated.
    public Parameters best() {
        return bestParameters == null ? current() : Parameters.of(layout, bestParameters);
    }
}
