package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.network.Layer;
import dev.neurite.op.Lowering;
import dev.neurite.op.Op;
import dev.neurite.op.Region;
import dev.neurite.op.Workspace;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The contract finds what is wrong with a layer that brings its own ops, and names it.
class OwnLayerDefectTest {
    /// `y = s·x`, right in everything; the defects below change one thing.
    private static class Stretch implements Layer.Custom {
        @Override
        public String name() {
            return "Stretch";
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public void lower(Lowering lowering) {
            Region input = lowering.current();
            Slot factor = lowering.row("factor", Role.SHAPE, 1);
            Region output = lowering.region("output", input.columns());
            lowering.add(op(lowering.layer(), input, output, factor));
        }

        Op op(String name, Region input, Region output, Slot factor) {
            return new StretchOp(name, input, output, factor);
        }
    }

    private static class StretchOp implements Op {
        private final String name;
        final Region input;
        private final Region output;
        final Slot factor;

        StretchOp(String name, Region input, Region output, Slot factor) {
            this.name = name;
            this.input = input;
            this.output = output;
            this.factor = factor;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Region output() {
            return output;
        }

        @Override
        public void forward(Workspace w) {
            stretch(w, w.values(input), w.values(output));
        }

        @Override
        public void backward(Workspace w) {
            Rows ds = w.gradient(factor);
            for (int j = 0; j < ds.columns(); j++) {
                ds.data()[ds.row(0) + j] = slope(w, j);
            }
            if (input.needsDelta()) {
                stretch(w, w.deltas(output), w.deltas(input));
            }
        }

        float slope(Workspace w, int column) {
            double sum = 0;
            for (int row = 0; row < w.rows(); row++) {
                sum += (double) w.deltas(output).at(row, column)
                        * w.values(input).at(row, column);
            }
            return (float) sum;
        }

        private void stretch(Workspace w, Rows from, Rows to) {
            for (int row = 0; row < w.rows(); row++) {
                for (int j = 0; j < to.columns(); j++) {
                    to.data()[to.row(row) + j] = w.parameter(factor).at(0, j) * from.at(row, j);
                }
            }
        }
    }

    /// How an op is made.
    @FunctionalInterface
    private interface Maker {
        Op of(String name, Region input, Region output, Slot factor);
    }

    private static List<Check.Failure> failures(Layer layer) {
        return Contract.of(layer).withInputs(5, 17).failures();
    }

    private static List<Check.Failure> failures(Maker maker) {
        return failures(new Stretch() {
            @Override
            Op op(String name, Region input, Region output, Slot factor) {
                return maker.of(name, input, output, factor);
            }
        });
    }

    @Test
    void sound_layer_keepsTheContract() {
        Contract.of(new Stretch()).withInputs(5, 17).verify();
    }

    @Test
    void shape_otherThanPromised_isFound() {
        assertThat(failures(new Stretch() {
                    @Override
                    public Shape output(Shape input) {
                        return Shape.of(input.size() + 1);
                    }
                }))
                .extracting(Check.Failure::check, Check.Failure::sentence)
                .singleElement()
                .satisfies(failure -> assertThat(failure.toList().toString())
                        .contains("shape", "its ops must end in the 6 numbers that its output says, got 5"));
    }

    @Test
    void region_writtenByTwoOps_isFound() {
        assertThat(failures(new Stretch() {
                    @Override
                    public void lower(Lowering lowering) {
                        super.lower(lowering);
                        Region output = lowering.current();
                        Slot slot = new Slot(0, "factor", 1, output.columns(), 0, Role.SHAPE);
                        lowering.add(op(lowering.layer(), output, output, slot));
                    }
                }))
                .extracting(Check.Failure::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("two ops write region layer2.output"));
    }

    @Test
    void parameter_takenBehindARegion_isFound() {
        assertThat(failures(new Stretch() {
                    @Override
                    public void lower(Lowering lowering) {
                        super.lower(lowering);
                        lowering.row("late", Role.SHAPE, 1);
                    }
                }))
                .extracting(Check.Failure::sentence)
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("parameter late must be taken before any region"));
    }

    @Test
    void input_written_isFound() {
        List<Check.Failure> failures =
                failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    public void forward(Workspace w) {
                        super.forward(w);
                        w.values(input).data()[w.values(input).row(0)] = 0.25f;
                    }
                });
        assertThat(failures)
                .filteredOn(failure -> failure.check().equals("one writer"))
                .singleElement()
                .satisfies(failure -> assertThat(failure.sentence())
                        .contains("layer 2 (Stretch) must write its own region alone, and changed the output of"));
    }

    @Test
    void gradient_ofItsParameterWrong_isFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    float slope(Workspace w, int column) {
                        return 1.1f * super.slope(w, column);
                    }
                }))
                .extracting(Check.Failure::check)
                .containsExactly("gradient");
    }

    @Test
    void gradient_addedToWhatIsThere_isFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    float slope(Workspace w, int column) {
                        return w.gradient(factor).at(0, column) + super.slope(w, column);
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("gradient");
    }

    @Test
    void delta_notWritten_isFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    public void backward(Workspace w) {
                        float[] before = w.deltas(input).data().clone();
                        super.backward(w);
                        int from = w.deltas(input).offset();
                        System.arraycopy(before, from, w.deltas(input).data(), from, input.stride());
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("gradient");
    }

    @Test
    void padding_ofTheGradientWritten_isFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    public void backward(Workspace w) {
                        super.backward(w);
                        w.gradient(factor).data()[w.gradient(factor).row(0) + factor.columns()] = 0.5f;
                    }
                }))
                .extracting(Check.Failure::check, Check.Failure::sentence)
                .singleElement()
                .satisfies(failure -> assertThat(failure.toList().toString())
                        .matches("\\[padding, the gradient of the padding of layer..factor must be 0, got 0.5]"));
    }

    @Test
    void numbers_keptInTheOp_areFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    private final float[] kept = new float[17];

                    @Override
                    public void forward(Workspace w) {
                        super.forward(w);
                        for (int j = 0; j < input.columns(); j++) {
                            kept[j] = w.values(input).at(0, j);
                        }
                    }

                    @Override
                    float slope(Workspace w, int column) {
                        float sum = super.slope(w, column);
                        float own = w.values(input).at(0, column);
                        return sum + (kept[column] - own) * w.deltas(output()).at(0, column);
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("repeatable");
    }

    @Test
    void output_thatIsNaN_isFound() {
        assertThat(failures((name, input, output, factor) -> new StretchOp(name, input, output, factor) {
                    @Override
                    public void forward(Workspace w) {
                        super.forward(w);
                        w.values(output()).data()[w.values(output()).row(1)] = Float.NaN;
                    }
                }))
                .extracting(Check.Failure::check, Check.Failure::sentence)
                .anySatisfy(failure -> assertThat(failure.toList().toString())
                        .contains("finite", "layer 2 (Stretch) must give numbers, but number 0 of row 1"));
    }
}
