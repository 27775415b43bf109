package dev.neurite.train;

import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Parameters;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that changes while a network is trained, and all of it: parameters, their average, gradients, moments, counters,
/// history, the best parameters so far.
public final class TrainingState {
    private final Layout layout;
    private final Seed seed;
    private final float[] parameters;
    private final boolean averages;
    private final float[] evaluated;
    private final float[] gradients;
    private final float[][] moments;
    private final List<EpochRecord> history = new ArrayList<>();
    private long step;
    private int epoch;
    private double bestCost = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private float @Nullable [] bestParameters;

    /// @param averages whether an average stands for the parameters where they are evaluated
    TrainingState(Parameters start, int momentArrays, boolean averages, Seed seed) {
        if (momentArrays < 0) {
            throw new IllegalArgumentException("Optimizer.moments must not be negative, got " + momentArrays);
        }
        this.layout = start.layout();
        this.seed = seed;
        this.parameters = start.toArray();
        this.averages = averages;
        this.evaluated = averages ? parameters.clone() : parameters;
        this.gradients = new float[parameters.length];
        this.moments = new float[momentArrays][parameters.length];
    }

    /// The same state in other arrays.
    TrainingState(TrainingState other) {
        this.layout = other.layout;
        this.seed = other.seed;
        this.parameters = other.parameters.clone();
        this.averages = other.averages;
        this.evaluated = averages ? other.evaluated.clone() : parameters;
        this.gradients = other.gradients.clone();
        this.moments = Arrays.stream(other.moments).map(float[]::clone).toArray(float[][]::new);
        this.history.addAll(other.history);
        this.step = other.step;
        this.epoch = other.epoch;
        this.bestCost = other.bestCost;
        this.bestEpoch = other.bestEpoch;
        this.bestParameters = other.bestParameters == null ? null : other.bestParameters.clone();
    }

    /// Whether an average stands for the parameters.
    boolean averages() {
        return averages;
    }

    Layout layout() {
        return layout;
    }

    /// Counts an epoch, or a chunk of a stream, of which nothing is kept.
    void countEpoch() {
        epoch++;
    }

    float[] parameters() {
        return parameters;
    }

    /// What validation and models use: the average of the parameters, or where there is none, the parameters.
    float[] evaluated() {
        return evaluated;
    }

    float[] gradients() {
        return gradients;
    }

    float[][] moments() {
        return moments;
    }

    /// The loss of each epoch: that of the validation data, or without them that of the training.
    double[] losses() {
        return history.stream()
                .mapToDouble(measured ->
                        Double.isNaN(measured.validationLoss()) ? measured.trainingLoss() : measured.validationLoss())
                .toArray();
    }

    void countStep() {
        step++;
    }

    /// Takes what an epoch measured; keeps the parameters when it is the best so far.
    ///
    /// @return whether it is
    boolean endEpoch(EpochRecord measured, EarlyStopping stopping) {
        epoch = measured.epoch();
        history.add(measured);
        if (!stopping.improves(measured, bestCost)) {
            return false;
        }
        bestCost = stopping.cost(measured);
        bestEpoch = epoch;
        if (bestParameters == null) {
            bestParameters = evaluated.clone();
        } else {
            System.arraycopy(evaluated, 0, bestParameters, 0, evaluated.length);
        }
        return true;
    }

    /// Steps done.
    public long step() {
        return step;
    }

    /// Epochs done, or chunks of a stream.
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

    /// The best epoch on the validation data, from 1; 0 before any.
    public int bestEpoch() {
        return bestEpoch;
    }

    /// The parameters as they are now.
    public Parameters current() {
        return Parameters.of(layout, parameters);
    }

    /// The average of the parameters as it is now; the parameters where none is kept.
    public Parameters average() {
        return Parameters.of(layout, evaluated);
    }

    /// The parameters of the best epoch, or their average; the present ones where nothing was evaluated.
    public Parameters best() {
        return Parameters.of(layout, bestParameters == null ? evaluated : bestParameters);
    }
}
