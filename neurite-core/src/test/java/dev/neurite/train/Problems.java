package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.random.Seed;

/// Small data that tests learn from.
final class Problems {
    private Problems() {}

    /// Points in the plane, of class 1 inside a ring, of class 0 outside it; the share `noise` of labels is wrong.
    static Dataset ring(int rows, double noise, Seed seed) {
        float[][] inputs = new float[rows][2];
        int[] classes = new int[rows];
        for (int row = 0; row < rows; row++) {
            inputs[row][0] = (float) seed.split("x").normal(row);
            inputs[row][1] = (float) seed.split("y").normal(row);
            boolean inside = inputs[row][0] * inputs[row][0] + inputs[row][1] * inputs[row][1] < 1.4;
            boolean wrong = seed.split("noise").uniform(row) < noise;
            classes[row] = inside != wrong ? 1 : 0;
        }
        return Dataset.of(inputs, classes);
    }

    /// Normal inputs with class indices drawn at random.
    static Dataset random(int rows, int inputs, int classes, Seed seed) {
        float[][] values = new float[rows][inputs];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            Seed own = seed.split("row", row);
            for (int j = 0; j < inputs; j++) {
                values[row][j] = (float) own.normal(j);
            }
            labels[row] = own.split("class").below(0, classes);
        }
        return Dataset.of(values, labels);
    }

    /// y = sin(x₀) + x₁².
    static Dataset curve(int rows, Seed seed) {
        float[][] inputs = new float[rows][2];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            inputs[row][0] = (float) (4 * seed.split("x").uniform(row) - 2);
            inputs[row][1] = (float) (2 * seed.split("y").uniform(row) - 1);
            targets[row] = (float) (Math.sin(inputs[row][0]) + inputs[row][1] * inputs[row][1]);
        }
        return Dataset.of(inputs, targets);
    }
}
