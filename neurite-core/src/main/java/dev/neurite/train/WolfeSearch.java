package dev.neurite.train;

import org.jspecify.annotations.Nullable;

/// The search along a line for a step that satisfies the strong Wolfe conditions
/// `φ(α) ≤ φ(0) + c₁αφ′(0)` and `|φ′(α)| ≤ c₂|φ′(0)|`: the value falls enough, and the slope has become flatter.
/// Nocedal and Wright 2006, "Numerical optimization", algorithms 3.5 and 3.6, with c₁ = 10⁻⁴ and c₂ = 0.9, which they
/// recommend for quasi-Newton methods.
///
/// Close to a minimum the value falls by less than rounding makes of it, while the slope can still be told. There the
/// first condition is `φ(α) ≤ φ(0) + noise` and `φ′(α) ≤ (2c₁ − 1)φ′(0)` instead: Hager and Zhang 2005, "A new
/// conjugate gradient method with guaranteed descent and an efficient line search", equation 4.1.
final class WolfeSearch {
    /// The function on the line.
    @FunctionalInterface
    interface Line {
        /// What is at step `step`.
        Point at(double step);
    }

    /// Value φ and slope φ′ at a step.
    record Point(double step, double value, double slope) {}

    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final double LONGER = 2;
    private static final double MARGIN = 0.1;

    private final Line line;
    private final Point start;
    private final double noise;
    private int left;

    private WolfeSearch(Line line, Point start, double noise, int evaluations) {
        this.line = line;
        this.start = start;
        this.noise = noise;
        this.left = evaluations;
    }

    /// A point where the value has fallen enough, in most cases one where the slope is flat enough too; null where
    /// `evaluations` points are not enough to find one.
    ///
    /// @param start the point at step 0; its slope is negative
    /// @param first the step to try first
    /// @param noise how far values may be off; 0 for the strong Wolfe conditions alone
    static @Nullable Point find(Line line, Point start, double first, double noise, int evaluations) {
        return new WolfeSearch(line, start, noise, evaluations).bracket(first);
    }

    /// Algorithm 3.5: ever longer steps, until there must be a good one between the last two.
    private @Nullable Point bracket(double first) {
        Point last = start;
        double step = first;
        while (left > 0) {
            Point now = evaluate(step);
            if (!fallsEnough(now) || (last.step() > 0 && isHigher(now, last))) {
                return zoom(last, now);
            }
            if (isFlatEnough(now)) {
                return now;
            }
            if (now.slope() >= 0) {
                return zoom(now, last);
            }
            last = now;
            step *= LONGER;
        }
        return last.step() == 0 ? null : last;
    }

    /// Algorithm 3.6: an interval around a good step, made smaller.
    ///
    /// @param low  the end with the lower value, whose slope points to the other one
    /// @param high the other end
    private @Nullable Point zoom(Point low, Point high) {
        Point best = low;
        Point other = high;
        while (left > 0 && best.step() != other.step()) {
            Point now = evaluate(between(best, other));
            if (!fallsEnough(now) || isHigher(now, best)) {
                other = now;
                continue;
            }
            if (isFlatEnough(now)) {
                return now;
            }
            if (now.slope() * (other.step() - best.step()) >= 0) {
                other = best;
            }
            best = now;
        }
        return best.step() == 0 ? null : best;
    }

    private Point evaluate(double step) {
        left--;
        return line.at(step);
    }

    /// Not so for NaN.
    private boolean fallsEnough(Point point) {
        return point.value() <= start.value() + C1 * point.step() * start.slope()
                || (noise > 0
                        && point.value() <= start.value() + noise
                        && point.slope() <= (2 * C1 - 1) * start.slope());
    }

    private boolean isHigher(Point point, Point than) {
        return point.value() >= than.value() + noise;
    }

    private boolean isFlatEnough(Point point) {
        return Math.abs(point.slope()) <= -C2 * start.slope();
    }

    /// The minimum of the cubic through both ends (equation 3.59), at some distance from them; the middle where
    /// there is none.
    private static double between(Point a, Point b) {
        double width = b.step() - a.step();
        double d1 = a.slope() + b.slope() - 3 * (a.value() - b.value()) / (a.step() - b.step());
        double square = d1 * d1 - a.slope() * b.slope();
        double d2 = Math.signum(width) * Math.sqrt(square);
        double share = 1 - (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
        return a.step() + width * (Double.isFinite(share) ? Math.clamp(share, MARGIN, 1 - MARGIN) : 0.5);
    }
}
