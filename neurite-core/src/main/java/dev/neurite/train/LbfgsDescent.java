package dev.neurite.train;

import java.util.Arrays;

/// L-BFGS, Nocedal and Wright 2006, algorithm 7.5: from point to point along the direction of [LbfgsHistory], each time
/// as far as [WolfeSearch] says.
final class LbfgsDescent {
    private final Objective objective;
    private final LbfgsHistory history;
    private final int searchLimit;
    private final double[] point;
    private final double[] gradient;
    private final double[] direction;
    private final double[] trial;
    private final double[] trialGradient;
    private double value;

    /// A descent from `start`.
    ///
    /// @param memory      pairs that the history remembers
    /// @param searchLimit evaluations of one search along a line
    LbfgsDescent(Objective objective, double[] start, int memory, int searchLimit) {
        this.objective = objective;
        this.searchLimit = searchLimit;
        this.history = new LbfgsHistory(memory, start.length);
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.direction = new double[start.length];
        this.trial = new double[start.length];
        this.trialGradient = new double[start.length];
        objective.round(point);
        this.value = objective.evaluate(point, gradient);
    }

    /// The present point.
    double[] point() {
        return point;
    }

    /// The function at the present point.
    double value() {
        return value;
    }

    /// The largest magnitude in the gradient at the present point; NaN if one of its numbers is.
    double largestGradient() {
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }

    /// Goes to a lower point; where values are too uncertain to tell, to one with a smaller gradient.
    ///
    /// @return whether one was found; if not, along the gradient itself neither
    boolean step() {
        history.direction(gradient, direction);
        if (LbfgsHistory.dot(direction, gradient) < 0 && search()) {
            return true;
        }
        if (history.isEmpty()) {
            return false;
        }
        history.clear();
        history.direction(gradient, direction);
        return search();
    }

    private boolean search() {
        double slope = LbfgsHistory.dot(direction, gradient);
        double first = history.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
        WolfeSearch.Point start = new WolfeSearch.Point(0, value, slope);
        double noise = objective.uncertainty() * Math.abs(value);
        WolfeSearch.Point found = WolfeSearch.find(this::at, start, first, noise, searchLimit);
        if (found == null) {
            return false;
        }
        at(found.step()); // the last step that was tried may be another one
        if (!(found.value() < value) && !(squaredNorm(trialGradient) < squaredNorm(gradient))) {
            return false;
        }
        value = found.value();
        history.add(point, trial, gradient, trialGradient);
        System.arraycopy(trial, 0, point, 0, point.length);
        System.arraycopy(trialGradient, 0, gradient, 0, gradient.length);
        return true;
    }

    private static double squaredNorm(double[] x) {
        return LbfgsHistory.dot(x, x);
    }

    private WolfeSearch.Point at(double step) {
        for (int i = 0; i < trial.length; i++) {
            trial[i] = point[i] + step * direction[i];
        }
        objective.round(trial);
        double reached = Arrays.equals(trial, point) ? Double.NaN : objective.evaluate(trial, trialGradient);
        return new WolfeSearch.Point(step, reached, LbfgsHistory.dot(trialGradient, direction));
    }
}
