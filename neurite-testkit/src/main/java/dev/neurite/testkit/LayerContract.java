package dev.neurite.testkit;

import dev.neurite.activation.Activation;
import dev.neurite.data.Dataset;
import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.model.Model;
import dev.neurite.model.Predictor;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.parameter.Parameters;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import dev.neurite.train.Trainer;
import dev.neurite.train.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The contract of a layer, crossed with smooth activations before and after it: a layer that spoils what a neighbour
/// keeps for its way back passes beside ReLU and fails beside softsign.
///
/// - *shape*: its ops end in as many numbers as it says;
/// - *finite*: outputs and gradients are finite;
/// - *one writer*: its ops change no values but those that they own;
/// - *gradient*: for every parameter around and inside it, it is the slope of a loss by finite differences;
/// - *padding*: gradients of padding are 0;
/// - *rows*: a row predicted alone has the bits that it has in a batch;
/// - *repeatable*: the same bits again, from any memory, and on several threads at once;
/// - *threads*: training gives the same bits on 1, 2 and 4 threads;
/// - *no garbage*: forward and backward allocate nothing.
///
/// @param layer  what is checked
/// @param inputs numbers of inputs to check it with; it may refuse some
public record LayerContract(Layer layer, List<Integer> inputs) implements Contract {
    private static final int ROWS = 7;
    private static final double[] STEPS = {0x1p-3, 0x1p-5, 0x1p-7, 0x1p-9, 0x1p-11, 0x1p-13};

    private static final List<Activation> SMOOTH = List.of(
            Activation.tanh(),
            Activation.sigmoid(),
            Activation.softplus(),
            Activation.gelu(),
            Activation.silu(),
            Activation.custom(
                    "softsign", z -> z / (1 + Math.abs(z)), z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z)))));

    /// Copies the list.
    public LayerContract {
        inputs = List.copyOf(inputs);
    }

    /// This contract with other numbers of inputs.
    public LayerContract withInputs(Integer... newInputs) {
        return new LayerContract(layer, List.of(newInputs));
    }

    @Override
    public String subject() {
        return "layer " + layer.name();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("shape", this::shape),
                new Check("finite", this::finite),
                new Check("one writer", this::oneWriter),
                new Check("gradient", this::gradient),
                new Check("padding", this::padding),
                new Check("rows", this::rows),
                new Check("repeatable", this::repeatable),
                new Check("threads", this::threads),
                new Check("no garbage", this::noGarbage));
    }

    /// A layer of the wrong shape can be checked for nothing else: that is its one failure.
    @Override
    public List<Check.Failure> failures(String... but) {
        List<Check.Failure> failures = Contract.super.failures(but);
        return failures.stream()
                .filter(failure -> failure.check().equals("shape"))
                .findFirst()
                .map(List::of)
                .orElse(failures);
    }

    /// The numbers of inputs that the layer takes.
    private List<Integer> accepted() {
        List<Integer> accepted = new ArrayList<>();
        for (int columns : inputs) {
            if (accepts(columns)) {
                accepted.add(columns);
            }
        }
        Expect.isTrue(
                !accepted.isEmpty(),
                "a layer must accept some number of inputs: give it some by withInputs, since" + " it refused "
                        + inputs);
        return accepted;
    }

    private boolean accepts(int columns) {
        try {
            layer.output(Shape.of(columns));
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /// The layer in the middle, at the start, at the end, and twice in a row.
    private List<Network> crossed(int columns, Activation smooth) {
        List<Network> networks = new ArrayList<>();
        Layer before = Dense.of(columns, smooth);
        networks.add(Network.of(4, before, layer, Dense.of(6, smooth), Dense.linear(2)));
        networks.add(Network.of(columns, layer, Dense.of(6, smooth), Dense.linear(2)));
        networks.add(Network.of(4, before, layer));
        if (accepts(layer.output(Shape.of(columns)).size())) {
            networks.add(Network.of(4, before, layer, layer, Dense.linear(2)));
        }
        return networks;
    }

    private List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        for (int columns : accepted()) {
            for (Network network : crossed(columns, Activation.tanh())) {
                passages.add(new Passage(network, ROWS, Seed.of(columns)));
            }
        }
        return passages;
    }

    private void shape() {
        for (int columns : accepted()) {
            int promised = layer.output(Shape.of(columns)).size();
            Program program = Program.forTraining(Network.of(4, Dense.linear(columns), layer), ROWS);
            int got = program.output().columns();
            Expect.isTrue(
                    promised == got,
                    "for " + columns + " inputs the ops must end in the promised " + promised + " numbers, got " + got);
        }
    }

    private void finite() {
        for (Passage passage : passages()) {
            for (float output : passage.outputs()) {
                Expect.isTrue(Float.isFinite(output), "an output must be finite, got " + output);
            }
            for (float slope : passage.gradient()) {
                Expect.isTrue(Float.isFinite(slope), "a gradient must be finite, got " + slope);
            }
        }
    }

    private void oneWriter() {
        for (Passage passage : passages()) {
            passage.requireOneWriter();
        }
    }

    private void gradient() {
        List<Integer> sizes = accepted();
        for (int columns : sizes.subList(0, Math.min(2, sizes.size()))) {
            for (Activation smooth : SMOOTH) {
                for (Network network : crossed(columns, smooth)) {
                    gradient(network, columns);
                }
            }
        }
        gradient(crossed(sizes.getLast(), Activation.tanh()).getFirst(), sizes.getLast());
    }

    private void gradient(Network network, int columns) {
        Passage passage = new Passage(network, ROWS, Seed.of(columns));
        float[] gradient = passage.gradient();
        double whole = norm(gradient, 0, gradient.length);
        for (Slot slot : passage.program().layout().slots()) {
            if (passage.learns(slot)) {
                double own = norm(gradient, slot.offset(), slot.end());
                slope(network, passage, slot, gradient, 2e-3 * Math.max(own, 0.03 * whole));
            }
        }
    }

    /// Along a drawn direction of one parameter.
    private static void slope(Network network, Passage passage, Slot slot, float[] gradient, double tolerance) {
        float[] start = passage.start();
        float[] direction = new float[start.length];
        for (int i = 0; i < slot.length(); i++) {
            boolean padding = i % slot.stride() >= slot.columns();
            direction[slot.offset() + i] = padding ? 0 : (float) Seed.of(12).normal(i);
        }
        double length = norm(direction, 0, direction.length);
        double got = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (direction[i] / length);
            got += (double) direction[i] * gradient[i];
        }
        if (!Slopes.agree(h -> moved(passage, start, direction, h), got, tolerance, STEPS)) {
            double expected = Slopes.of(h -> moved(passage, start, direction, h), STEPS[1]);
            throw new AssertionError("the gradient along a direction of " + slot.name() + " must be " + expected
                    + ", got " + got + ", in " + network);
        }
    }

    private static double moved(Passage passage, float[] start, float[] direction, double h) {
        float[] at = start.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += (float) (h * direction[i]);
        }
        return passage.loss(at);
    }

    private static double norm(float[] x, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) x[i] * x[i];
        }
        return Math.sqrt(squares);
    }

    private void padding() {
        for (Passage passage : passages()) {
            float[] gradient = passage.gradient();
            for (Slot slot : passage.program().layout().slots()) {
                for (int i = 0; i < slot.length(); i++) {
                    float slope = gradient[slot.offset() + i];
                    Expect.isTrue(
                            !passage.learns(slot) || i % slot.stride() < slot.columns() || slope == 0,
                            "the gradient of the padding of " + slot.name() + " must be 0, got " + slope);
                }
            }
        }
    }

    private void rows() {
        for (int columns : accepted()) {
            for (Network network : crossed(columns, Activation.tanh())) {
                rows(network);
            }
        }
    }

    private static void rows(Network network) {
        int count = 17;
        Parameters parameters = Program.forPrediction(network, 1).initialize(Seed.of(3));
        float[] inputs = new float[count * network.inputs()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) Seed.of(4).normal(i);
        }
        float[] together = new float[count * network.outputs()];
        float[] alone = new float[network.outputs()];
        float[] example = new float[network.inputs()];
        try (Predictor predictor = new Model(network, parameters, Link.IDENTITY).predictor()) {
            predictor.predict(inputs, count, together);
            for (int row = 0; row < count; row++) {
                System.arraycopy(inputs, row * example.length, example, 0, example.length);
                predictor.predict(example, alone);
                float[] expected = Arrays.copyOfRange(together, row * alone.length, (row + 1) * alone.length);
                Expect.sameBits("row " + row + " predicted alone", expected, alone);
            }
        }
    }

    private void repeatable() {
        for (Passage passage : passages()) {
            Expect.repeatable("the gradient", variant -> {
                Passage sibling = passage.sibling(variant);
                return sibling::gradient;
            });
            float[] expected = passage.gradient();
            Expect.sameBits("the gradient from used memory", expected, passage.gradient());
        }
    }

    private void threads() {
        int columns = accepted().getFirst();
        Network network = Network.of(
                200, Dense.of(300, Activation.tanh()), Dense.of(columns, Activation.tanh()), layer, Dense.linear(2));
        float[] expected = trained(network, 1);
        Expect.sameBits("a parameter trained on 2 threads", expected, trained(network, 2));
        Expect.sameBits("a parameter trained on 4 threads", expected, trained(network, 4));
    }

    private static float[] trained(Network network, int threads) {
        int count = 128;
        float[][] inputs = new float[count][200];
        float[][] targets = new float[count][2];
        for (int row = 0; row < count; row++) {
            Seed seed = Seed.of(9).split("row", row);
            for (int j = 0; j < 200; j++) {
                inputs[row][j] = (float) seed.normal(j);
            }
            targets[row][0] = inputs[row][0];
            targets[row][1] = inputs[row][1] * inputs[row][2];
        }
        Trainer trainer = Trainer.of(Loss.meanSquaredError()).withBatchSize(64).withThreads(threads);
        try (Training training = new Training(trainer, network, Dataset.of(inputs, targets))) {
            for (int epoch = 0; epoch < 2; epoch++) {
                training.startEpoch(epoch);
                while (training.hasNextStep()) {
                    training.step();
                }
            }
            return training.state().current().toArray();
        }
    }

    private void noGarbage() {
        Network network = crossed(accepted().getFirst(), Activation.tanh()).getFirst();
        Passage passage = new Passage(network, ROWS, Seed.of(1));
        Garbage.none("forward and backward", passage::run);
    }
}
