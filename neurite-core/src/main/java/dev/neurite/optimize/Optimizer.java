package dev.neurite.optimize;

/// A stateless rule by which parameters follow the gradient.
///
/// All that a rule remembers between steps stands in moment arrays, which belong to the training state: a rule is a
/// value, may be shared by any number of trainings, and is restored by restoring arrays.
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
}
