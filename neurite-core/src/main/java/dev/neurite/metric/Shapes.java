package dev.neurite.metric;

/// What the numbers of a row mean: one target for several outputs is the index of a class and the outputs are its
/// probabilities; as many targets as outputs are yes or no, or numbers, each for itself.
final class Shapes {
    private Shapes() {}

    static boolean areClasses(int outputs, int targets) {
        if (targets != outputs && targets != 1) {
            throw new IllegalArgumentException("a metric of classes must have one class, or as many targets as outputs,"
                    + " got " + targets + " targets and " + outputs + " outputs");
        }
        return targets < outputs;
    }

    static void requireClasses(String metric, int outputs, int targets) {
        if (!areClasses(outputs, targets)) {
            throw new IllegalArgumentException(metric + " must have one class as the target of several outputs, got "
                    + targets + " targets and " + outputs + " outputs");
        }
    }

    static void requireNumbers(String metric, int outputs, int targets) {
        if (outputs != targets) {
            throw new IllegalArgumentException(metric + " is for numbers: it must have as many targets as outputs, got "
                    + targets + " targets and " + outputs + " outputs");
        }
    }
}
