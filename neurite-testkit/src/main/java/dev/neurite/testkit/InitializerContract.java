package dev.neurite.testkit;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.network.Dense;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.List;

/// The contract of an initializer.
///
/// - *finite*: every draw is a finite float, for layers of awkward sizes;
/// - *order*: a draw depends on its arguments alone, not on the draws before it;
/// - *repeatable*: the same numbers again, and on several threads at once;
/// - *network*: a network starts with these draws, row by row, and its padding is 0.
///
/// @param initializer what is checked
public record InitializerContract(Initializer initializer) implements Contract {
    private static final Seed SEED = Seed.of(4);
    private static final int DRAWS = 1000;

    @Override
    public String subject() {
        return "initializer " + initializer;
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("finite", this::finite),
                new Check("order", this::order),
                new Check("repeatable", () -> Expect.repeatable("a draw", variant -> () -> draws(40 + variant, 10))),
                new Check("network", this::network));
    }

    private void finite() {
        for (int fanIn : Expect.AWKWARD) {
            for (int fanOut : Expect.AWKWARD) {
                float[] draws = draws(fanIn, fanOut);
                for (int i = 0; i < draws.length; i++) {
                    Expect.finite("a draw for " + fanIn + " inputs and " + fanOut + " outputs", i, draws[i]);
                }
            }
        }
    }

    private void order() {
        float[] expected = draws(40, 10);
        float[] backwards = new float[DRAWS];
        for (int i = DRAWS - 1; i >= 0; i--) {
            backwards[i] = (float) initializer.draw(SEED, i, 40, 10);
        }
        Expect.sameBits("drawn backwards, a draw", expected, backwards);
    }

    private void network() {
        Network network = Network.of(17, Dense.of(15, Activation.identity()).withStart(initializer, initializer));
        Program program = Program.forTraining(network, 1);
        Parameters start = program.initialize(SEED);
        float[] values = start.toArray();
        for (Slot slot : start.layout().slots()) {
            for (int i = 0; i < slot.length(); i++) {
                int row = i / slot.stride();
                int column = i % slot.stride();
                long index = (long) row * slot.columns() + column;
                boolean padding = column >= slot.columns();
                double expected = padding ? 0 : (float) initializer.draw(SEED.split(slot.name()), index, 17, 15);
                Expect.close(slot.name() + (padding ? ", padding," : ""), i, expected, values[slot.offset() + i], 0);
            }
        }
    }

    private float[] draws(int fanIn, int fanOut) {
        float[] draws = new float[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = (float) initializer.draw(SEED, i, fanIn, fanOut);
        }
        return draws;
    }
}
