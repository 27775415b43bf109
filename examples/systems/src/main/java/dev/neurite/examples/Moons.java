package dev.neurite.examples;

import dev.neurite.random.Seed;

/// Two interleaved half circles of points in the plane, one for each class: no straight line parts them.
final class Moons {
    private Moons() {}

    /// Even points lie on the upper half circle around (0, 0), odd ones on the lower one around (1, ½), both of
    /// radius 1, each moved by normal noise.
    static float[][] points(int count, double noise, Seed seed) {
        float[][] points = new float[count][];
        int last = count / 2 - 1;
        for (int i = 0; i < count; i++) {
            int place = i / 2;
            double angle = StrictMath.PI * place / last;
            double x = i % 2 == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            double y = i % 2 == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
            points[i] = new float[] {
                (float) (x + noise * seed.normal(2L * i)), (float) (y + noise * seed.normal(2L * i + 1))
            };
        }
        return points;
    }

    /// The class of each point.
    static int[] classes(int count) {
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = i % 2;
        }
        return classes;
    }
}
