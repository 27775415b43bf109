package dev.neurite.train;

import dev.neurite.data.Dataset;
import dev.neurite.loss.Loss;
import dev.neurite.network.Network;

/// Checks that a network, a loss and data fit together.
final class Fit {
    private Fit() {}

    static void check(Network network, Loss loss, Dataset data, String name) {
        if (data.size() < 1) {
            throw new IllegalArgumentException(name + " must have at least one row, got none");
        }
        if (data.inputs() != network.inputs()) {
            throw new IllegalArgumentException(
                    name + " must have " + network.inputs() + " inputs like the network, got " + data.inputs());
        }
        int targets = loss.targets(network.outputs());
        if (data.targets() != targets) {
            throw new IllegalArgumentException(name + " must have " + targets + " targets for " + loss.name() + " and "
                    + network.outputs() + " outputs, got " + data.targets());
        }
        checkTargets(network.outputs(), loss, data, name);
    }

    private static void checkTargets(int outputs, Loss loss, Dataset data, String name) {
        float[] target = new float[data.targets()];
        for (int row = 0; row < data.size(); row++) {
            data.copyTargets(row, target, 0);
            String problem = loss.problem(target, 0, outputs);
            if (problem != null) {
                throw new IllegalArgumentException(name + ", row " + row + ": " + problem);
            }
        }
    }
}
