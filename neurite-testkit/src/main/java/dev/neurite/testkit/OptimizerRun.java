package dev.neurite.testkit;

import dev.neurite.random.Seed;
import java.util.Arrays;

/// The numbers that an optimizer moves in one training.
final class OptimizerRun {
    static final int LENGTH = 1049;

    final float[] parameters;
    final float[] gradients;
    final float[][] moments;

    private OptimizerRun(float[] parameters, float[] gradients, float[][] moments) {
        this.parameters = parameters;
        this.gradients = gradients;
        this.moments = moments;
    }

    static OptimizerRun start(int moments) {
        return new OptimizerRun(drawn("parameters", 0), new float[LENGTH], new float[moments][LENGTH]);
    }

    OptimizerRun copy() {
        return new OptimizerRun(
                parameters.clone(),
                gradients.clone(),
                Arrays.stream(moments).map(float[]::clone).toArray(float[][]::new));
    }

    /// Draws the gradients of a step.
    void draw(long step) {
        System.arraycopy(drawn("gradients", step), 0, gradients, 0, LENGTH);
    }

    private static float[] drawn(String name, long step) {
        Seed seed = Seed.of(8).split(name, step);
        float[] numbers = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            numbers[i] = (float) seed.normal(i);
        }
        return numbers;
    }
}
