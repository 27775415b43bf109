package dev.neurite.report;

import dev.neurite.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Examples with two inputs, a colour and a shape for each class, on the regions in which a model predicts each class;
/// between the regions is the decision boundary.
public final class DecisionChart implements Chart {
    private static final double MARGIN = 0.15;
    private static final double NARROWEST = 1e-6;

    private final String title;
    private final List<String> inputs;
    private final List<String> classes;
    private final float[][] points;
    private final int[] classOfPoint;
    private final Regions regions;

    private DecisionChart(
            String title,
            List<String> inputs,
            List<String> classes,
            float[][] points,
            int[] classOfPoint,
            Regions regions) {
        this.title = title;
        this.inputs = inputs;
        this.classes = classes;
        this.points = points;
        this.classOfPoint = classOfPoint;
        this.regions = regions;
    }

    /// A chart of the given examples and of what `model` predicts around them.
    ///
    /// @param inputs       titles of the two inputs, with their units
    /// @param classes      names of the classes
    /// @param points       the examples, rows of two numbers, at least one
    /// @param classOfPoint class index of each example
    /// @param model        a network with two inputs and an output for each class
    /// @throws IllegalArgumentException if these do not fit together
    public static DecisionChart of(
            String title,
            List<String> inputs,
            List<String> classes,
            float[][] points,
            int[] classOfPoint,
            Model model) {
        check(inputs, classes, points, classOfPoint, model);
        float[] x = column(points, 0);
        float[] y = column(points, 1);
        Regions regions = Regions.of(model.predictor(), least(x), most(x), least(y), most(y));
        float[][] copy = Arrays.stream(points).map(float[]::clone).toArray(float[][]::new);
        return new DecisionChart(title, List.copyOf(inputs), List.copyOf(classes), copy, classOfPoint.clone(), regions);
    }

    private static void check(
            List<String> inputs, List<String> classes, float[][] points, int[] classOfPoint, Model model) {
        if (inputs.size() != 2 || model.network().inputs() != 2) {
            throw new IllegalArgumentException("a decision chart must have two inputs, got " + inputs.size()
                    + " titles and " + model.network().inputs() + " inputs of the model");
        }
        if (classes.size() < 2 || classes.size() != model.network().outputs()) {
            throw new IllegalArgumentException("a decision chart must have a name for each of two or more classes, got "
                    + classes.size() + " names for " + model.network().outputs() + " outputs of the model");
        }
        if (points.length == 0 || points.length != classOfPoint.length) {
            throw new IllegalArgumentException("a decision chart must have points and a class for each, got "
                    + points.length + " points and " + classOfPoint.length + " classes");
        }
        for (int k : classOfPoint) {
            if (k < 0 || k >= classes.size()) {
                throw new IllegalArgumentException("class of a point must be in [0, " + classes.size() + "), got " + k);
            }
        }
    }

    private static float[] column(float[][] points, int column) {
        float[] numbers = new float[points.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = points[i][column];
        }
        return numbers;
    }

    private static double least(float[] numbers) {
        return bounds(numbers)[0];
    }

    private static double most(float[] numbers) {
        return bounds(numbers)[1];
    }

    /// The smallest and the largest, with a margin.
    private static double[] bounds(float[] numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        double margin = Math.max(NARROWEST, MARGIN * (most - least));
        return new double[] {least - margin, most + margin};
    }

    @Override
    public String title() {
        return title;
    }

    String input(int index) {
        return inputs.get(index);
    }

    Regions regions() {
        return regions;
    }

    int classes() {
        return classes.size();
    }

    /// The examples of one class.
    Curve points(int k) {
        int[] members = IntStream.range(0, points.length)
                .filter(i -> classOfPoint[i] == k)
                .toArray();
        return Curve.dots(
                classes.get(k),
                Arrays.stream(members).mapToDouble(i -> points[i][0]).toArray(),
                Arrays.stream(members).mapToDouble(i -> points[i][1]).toArray());
    }
}
