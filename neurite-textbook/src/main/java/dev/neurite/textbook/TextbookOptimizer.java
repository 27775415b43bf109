package dev.neurite.textbook;

import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import java.util.Arrays;

/// How parameters follow the gradient. Holds what the rule remembers from step to step, so each training has its own.
public interface TextbookOptimizer {
    /// Moves the parameters by one step.
    ///
    /// @param p            parameters; modified
    /// @param g            gradient by each parameter, not modified
    /// @param learningRate learning rate of this step
    void step(double[] p, double[] g, double learningRate);

    /// A rule of the engine.
    ///
    /// @param rule   the rule
    /// @param decays for each parameter whether weight decay applies, see [TextbookNetwork#decays]
    /// @throws IllegalArgumentException if it is a rule of the user's own; implement this interface for it
    static TextbookOptimizer of(Optimizer rule, boolean[] decays) {
        return switch (rule) {
            case Sgd sgd -> new TextbookSgd(sgd, decays);
            case Adam adam -> new TextbookAdam(adam, decays);
            default ->
                throw new IllegalArgumentException("the textbook has no formulas for the optimizer " + rule.name()
                        + "; implement TextbookOptimizer for it");
        };
    }

    /// A rule of the engine for a plain vector, all of which decays.
    static TextbookOptimizer of(Optimizer rule, int parameters) {
        boolean[] all = new boolean[parameters];
        Arrays.fill(all, true);
        return of(rule, all);
    }

    /// Momentum that remembers the last step, [TextbookMomentum].
    static TextbookOptimizer momentum(double momentum, int parameters) {
        return new TextbookMomentum(momentum, parameters);
    }
}
