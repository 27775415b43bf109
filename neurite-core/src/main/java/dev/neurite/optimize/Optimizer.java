package dev.neurite.optimize;

import java.util.List;

/// A stateless rule by which parameters follow the gradient.
///
/// All that a rule remembers between steps stands in moment arrays, which belong to the training state: a rule is a
/// value, may be shared by any number of trainings, and is restored by restoring arrays.
///
/// Anyone may write one. This is descent along the sign of the gradient (Bernstein et al. 2018, "signSGD"):
///
/// ```java
/// record SignDescent() implements Optimizer {
///     public String name() { return "sign"; }
///     public int moments() { return 0; }
///     public double defaultLearningRate() { return 0.001; }
///     public Rule rule() { return new SignRule(); }
///
///     static final class SignRule implements Rule {
///         private float learningRate;
///
///         public void begin(long step, double newLearningRate) { learningRate = (float) newLearningRate; }
///
///         public void update(float[] p, float[] g, float[][] moments, int from, int to, boolean decay) {
///             for (int i = from; i < to; i++) {
///                 p[i] -= learningRate * Math.signum(g[i]);
///             }
///         }
///     }
/// }
/// ```
///
/// For the same bits everywhere, an update computes with `+ − · /`, `Math.sqrt`, `Math.fma` and `StrictMath`. It must
/// leave a parameter at 0 whose gradient has always been 0: that is the padding between rows.
public interface Optimizer {
    /// The name for messages and tables.
    String name();

    /// How many moment arrays the rule wants, each as long as the parameters and zero at the start.
    int moments();

    /// The learning rate that suits the rule where none is given.
    double defaultLearningRate();

    /// A rule for one training. What it holds follows from the step and the learning rate alone.
    Rule rule();

    /// The steps of one training.
    interface Rule {
        /// Prepares what is the same for all parameters of a step.
        ///
        /// @param step         number of the step, from 1
        /// @param learningRate learning rate of the step
        void begin(long step, double learningRate);

        /// Moves the parameters `from` … `to` − 1 by the step that was begun. Several threads may call this at
        /// once for different ranges.
        ///
        /// Each number is changed by its own gradient and moments alone, so a call may be cut in pieces without
        /// changing a bit.
        ///
        /// @param parameters all parameters; modified in the given range
        /// @param gradients  gradient by each parameter; may be modified in the given range
        /// @param moments    the moment arrays; modified in the given range
        /// @param from       first index
        /// @param to         index behind the last
        /// @param decay      whether weight decay applies to this range
        void update(float[] parameters, float[] gradients, float[][] moments, int from, int to, boolean decay);
    }

    /// Adam with its usual constants.
    static Optimizer adam() {
        return Adam.standard();
    }

    /// Plain gradient descent.
    static Optimizer sgd() {
        return Sgd.plain();
    }

    /// The rules that come with Neurite, each with its usual constants.
    static List<Optimizer> builtIn() {
        return List.of(
                Sgd.plain(),
                Adam.standard(),
                Adam.decoupled(0.01),
                AmsGrad.standard(),
                Adamax.standard(),
                NAdam.standard(),
                RAdam.standard(),
                RmsProp.standard(),
                Adagrad.standard(),
                Adadelta.standard(),
                Lion.standard(),
                Rprop.standard());
    }
}
