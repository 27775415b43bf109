package dev.neurite.data;

import dev.neurite.loss.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How much each class counts, for data in which some classes are rare.
///
/// Class weights are weights of rows: [#applyTo] multiplies the weight of each row by that of its class, so that any
/// loss takes them, and the mean loss of a batch is `Σ wᵢ lᵢ / Σ wᵢ` with both weights in wᵢ, as PyTorch has it. Rows
/// of a class of weight 0 take no part. Give training data such weights, and validation data where the stopping rule
/// is to see them too; metrics then count rows by them.
///
/// ```java
/// Dataset weighted = ClassWeights.balanced(training, 3).applyTo(training);
/// ```
///
/// @param values the weight of class 0, 1, …, finite and not negative, not all 0
public record ClassWeights(List<Double> values) {
    /// Checks the weights.
    public ClassWeights {
        values = List.copyOf(values);
        for (double weight : values) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "ClassWeights.values must be finite and not negative, got " + weight);
            }
        }
        if (values.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("ClassWeights.values must not all be 0, got " + values);
        }
    }

    /// The given weights of class 0, 1, ….
    public static ClassWeights of(double... values) {
        return new ClassWeights(DoubleStream.of(values).boxed().toList());
    }

    /// Weights that let all classes of the data count alike: `W / (K·Wₖ)` with the weight W of all rows, Wₖ of the
    /// rows of class k, and the number K of classes that have any. A class without rows gets 1. King and Zeng 2001;
    /// the same as `balanced` in scikit-learn.
    ///
    /// @param data    rows with class indices
    /// @param classes number of classes
    public static ClassWeights balanced(Dataset data, int classes) {
        double[] sums = new double[classes];
        for (int row = 0; row < data.size(); row++) {
            sums[classOf(data, row, classes)] += data.weight(row);
        }
        double all = Arrays.stream(sums).sum();
        long present = Arrays.stream(sums).filter(sum -> sum > 0).count();
        return of(Arrays.stream(sums)
                .map(sum -> sum == 0 ? 1 : all / (present * sum))
                .toArray());
    }

    /// For multi-label data the weight of a 1 in each target that lets it count like the 0s: `W₀ / W₁`, with the
    /// weights of the rows of both; 1 where either has no rows. For `SigmoidCrossEntropy.withPositiveWeights`.
    ///
    /// @param data rows whose targets are each 0 or 1, or a probability
    /// @throws IllegalArgumentException if one is not
    public static double[] positive(Dataset data) {
        float[] target = new float[data.targets()];
        double[] ones = new double[target.length];
        double all = 0;
        for (int row = 0; row < data.size(); row++) {
            data.copyTargets(row, target, 0);
            require(row, Targets.probabilities(target, 0, target.length));
            all += data.weight(row);
            for (int j = 0; j < target.length; j++) {
                ones[j] += (double) data.weight(row) * target[j];
            }
        }
        double sum = all;
        return Arrays.stream(ones)
                .map(one -> one > 0 && one < sum ? (sum - one) / one : 1)
                .toArray();
    }

    /// The same rows, the weight of each multiplied by that of its class.
    ///
    /// @param data rows whose target is one class index
    /// @throws IllegalArgumentException if a target is none of these classes, or all rows come to weigh 0
    public Dataset applyTo(Dataset data) {
        float[] weights = new float[data.size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) (data.weight(row) * weightOf(data, row));
        }
        return data.withWeights(weights);
    }

    private double weightOf(Dataset data, int row) {
        float k = targetOf(data, row)[0];
        if (k >= values.size() && k == (int) k) {
            require(
                    row,
                    "ClassWeights.values must have a weight for class index " + (int) k + ", got " + values.size()
                            + " weights");
        }
        return values.get(classOf(data, row, values.size()));
    }

    private static int classOf(Dataset data, int row, int classes) {
        float[] target = targetOf(data, row);
        require(row, Targets.classIndex(target, 0, classes));
        return (int) target[0];
    }

    private static float[] targetOf(Dataset data, int row) {
        if (data.targets() != 1) {
            throw new IllegalArgumentException(
                    "class weights need data with one class index a row, got " + data.targets() + " targets");
        }
        float[] target = new float[1];
        data.copyTargets(row, target, 0);
        return target;
    }

    /// @param problem what is wrong with the row; null if nothing is
    private static void require(int row, @Nullable String problem) {
        if (problem != null) {
            throw new IllegalArgumentException("row " + row + ": " + problem);
        }
    }
}
