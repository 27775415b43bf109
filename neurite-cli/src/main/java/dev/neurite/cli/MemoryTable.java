package dev.neurite.cli;

import dev.neurite.network.Network;
import dev.neurite.train.TrainingMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bytes that training a network takes, by optimizer.
final class MemoryTable {
    private MemoryTable() {}

    static List<String> of(Network network, int batchSize) {
        Map<TrainingMemory, List<String>> byMemory = new LinkedHashMap<>();
        Optimizers.byName()
                .forEach((name, choice) -> byMemory.computeIfAbsent(
                                memory(network, choice, batchSize), memory -> new ArrayList<>())
                        .add(name));
        TrainingMemory any = byMemory.keySet().iterator().next();
        List<String> lines = new ArrayList<>();
        lines.add("Memory of training in batches of " + Numbers.of(batchSize, "row"));
        lines.addAll(new TextTable()
                .right(1)
                .row("parameters", Numbers.bytes(any.parameters()))
                .row("gradients", Numbers.bytes(any.gradients()))
                .row("workspace", Numbers.bytes(any.workspace()))
                .lines());
        TextTable moments = new TextTable().right(0, 1).row("moments", "in all", "");
        byMemory.forEach((memory, names) ->
                moments.row(Numbers.bytes(memory.moments()), Numbers.bytes(memory.total()), String.join(", ", names)));
        lines.addAll(moments.lines());
        return lines;
    }

    private static TrainingMemory memory(Network network, Optimizers.Choice choice, int batchSize) {
        try {
            return TrainingMemory.of(network, choice.usual(), batchSize);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw CommandFailure.usage(
                    "--batch-size must be small enough for the values of a batch to fit into one array, got "
                            + batchSize + ".");
        }
    }
}
