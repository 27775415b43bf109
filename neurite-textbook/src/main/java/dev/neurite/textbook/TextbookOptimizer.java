package dev.neurite.textbook;

import dev.neurite.optimize.Adadelta;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Adamax;
import dev.neurite.optimize.AmsGrad;
import dev.neurite.optimize.Lion;
import dev.neurite.optimize.NAdam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.RAdam;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Rprop;
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
            case Adadelta adadelta -> new TextbookAdadelta(adadelta, decays);
            case Adagrad adagrad -> new TextbookAdagrad(adagrad, decays);
            case Adamax adamax -> new TextbookAdamax(adamax, decays);
            case AmsGrad amsGrad -> new TextbookAmsGrad(amsGrad, decays);
            case Lion lion -> new TextbookLion(lion, decays);
            case NAdam nadam -> new TextbookNAdam(nadam, decays);
            case RAdam radam -> new TextbookRAdam(radam, decays);
            case RmsProp rmsProp -> new TextbookRmsProp(rmsProp, decays);
            case Rprop rprop -> new TextbookRprop(rprop, decays.length);
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
