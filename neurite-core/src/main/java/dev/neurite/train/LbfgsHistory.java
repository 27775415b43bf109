package dev.neurite.train;

/// The last steps and what they did to the gradient, from which L-BFGS has its picture of the curvature. Nocedal and
/// Wright 2006, algorithm 7.4; all sums run in double precision in the order of the numbers.
final class LbfgsHistory {
    /// Below this cosine between step and change of gradient, a pair says more about rounding than about curvature.
    private static final double SMALLEST_COSINE = 1e-10;

    private final double[][] steps;
    private final double[][] changes;
    private final double[] inverseProducts;
    private final double[] alphas;
    private int size;
    private int next;

    LbfgsHistory(int pairs, int length) {
        steps = new double[pairs][length];
        changes = new double[pairs][length];
        inverseProducts = new double[pairs];
        alphas = new double[pairs];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /// Takes the step between two points, if the function curves upwards between them.
    void add(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
        double[] step = steps[next];
        double[] change = changes[next];
        for (int i = 0; i < step.length; i++) {
            step[i] = to[i] - from[i];
            change[i] = gradientTo[i] - gradientFrom[i];
        }
        double product = dot(step, change);
        if (product > SMALLEST_COSINE * Math.sqrt(dot(step, step) * dot(change, change))) {
            inverseProducts[next] = 1 / product;
            next = (next + 1) % steps.length;
            size = Math.min(size + 1, steps.length);
        } else {
            size = Math.min(size, steps.length - 1); // the oldest pair was overwritten
        }
    }

    /// Algorithm 7.4, the two loops: `direction = −H·gradient`, H being the picture of the inverse curvature.
    void direction(double[] gradient, double[] direction) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -gradient[i];
        }
        for (int age = 1; age <= size; age++) {
            int k = pair(age);
            alphas[k] = inverseProducts[k] * dot(steps[k], direction);
            add(-alphas[k], changes[k], direction);
        }
        if (size > 0) {
            int newest = pair(1);
            double[] change = changes[newest];
            double scale = 1 / (inverseProducts[newest] * dot(change, change));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (int age = size; age >= 1; age--) {
            int k = pair(age);
            double beta = inverseProducts[k] * dot(changes[k], direction);
            add(alphas[k] - beta, steps[k], direction);
        }
    }

    private int pair(int age) {
        return Math.floorMod(next - age, steps.length);
    }

    private static void add(double factor, double[] x, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * x[i];
        }
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
