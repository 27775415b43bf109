package dev.neurite.metric;

/// How a metric of one class against the rest becomes one number for all classes, or for all yes-or-no outputs.
public sealed interface Averaging {
    /// Class 1 of two classes, or a single yes-or-no output; of more the [#macro] mean.
    record Standard() implements Averaging {}

    /// The mean over classes, each counting the same.
    record Macro() implements Averaging {}

    /// One number from the sums over all classes.
    record Micro() implements Averaging {}

    /// The mean over classes, each counting by the weight of its rows.
    record Weighted() implements Averaging {}

    /// One class alone.
    ///
    /// @param index of the class, from 0
    record OfClass(int index) implements Averaging {
        /// Checks the index.
        public OfClass {
            if (index < 0) {
                throw new IllegalArgumentException("Averaging.ofClass.index must not be negative, got " + index);
            }
        }
    }

    /// Class 1 of two classes, or a single yes-or-no output; of more the [#macro] mean.
    static Averaging standard() {
        return new Standard();
    }

    /// The mean over classes, each counting the same: rare classes matter as much as common ones.
    static Averaging macro() {
        return new Macro();
    }

    /// One number from the sums over all classes.
    static Averaging micro() {
        return new Micro();
    }

    /// The mean over classes, each counting by the weight of its rows.
    static Averaging weighted() {
        return new Weighted();
    }

    /// Class `index` alone.
    static Averaging ofClass(int index) {
        return new OfClass(index);
    }

    /// What it adds to the name of a metric: nothing, `Macro`, `Micro`, `Weighted` or `Class2`.
    default String suffix() {
        return switch (this) {
            case Standard _ -> "";
            case OfClass(int index) -> "Class" + index;
            default -> getClass().getSimpleName();
        };
    }

    /// Checks that there is the class that it names.
    ///
    /// @param metric for the message
    /// @param classes number of classes or outputs
    default void requireFits(String metric, int classes) {
        if (this instanceof OfClass(int index) && index >= classes) {
            throw new IllegalArgumentException(
                    metric + " must be of a class below " + classes + ", the number of classes, got " + index);
        }
    }
}
