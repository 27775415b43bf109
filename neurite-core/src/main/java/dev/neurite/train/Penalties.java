package dev.neurite.train;

import dev.neurite.op.Lowering.Parameter;
import dev.neurite.parameter.Learning;
import java.util.List;

/// What the parameters cost besides the loss of the data: `Σ l1·|w| + ½·l2·w²`, in double precision.
final class Penalties {
    private final Term[] terms;

    /// What the numbers of one parameter cost.
    private record Term(int from, int to, double l1, double l2) {
        double add(double[] point, double[] gradient) {
            double magnitudes = 0;
            double squares = 0;
            for (int i = from; i < to; i++) {
                magnitudes += Math.abs(point[i]);
                squares += point[i] * point[i];
                gradient[i] += l1 * Math.signum(point[i]) + l2 * point[i];
            }
            return l1 * magnitudes + l2 / 2 * squares;
        }
    }

    /// The penalties that layers put on parameters of their own, and one on all weights.
    ///
    /// @param l2 strength of the one on all weights
    Penalties(List<Parameter> parameters, double l2) {
        terms = parameters.stream()
                .filter(parameter -> parameter.slot().role().learns())
                .filter(parameter -> !parameter.learning().frozen())
                .map(parameter -> term(parameter, l2))
                .filter(term -> term.l1 > 0 || term.l2 > 0)
                .toArray(Term[]::new);
    }

    private static Term term(Parameter parameter, double l2) {
        Learning learning = parameter.learning();
        double ofAll = parameter.slot().role().decays() ? l2 : 0;
        return new Term(parameter.slot().offset(), parameter.slot().end(), learning.l1(), learning.l2() + ofAll);
    }

    /// What a point costs; adds to its gradient.
    double add(double[] point, double[] gradient) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.add(point, gradient);
        }
        return sum;
    }
}
