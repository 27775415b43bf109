package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import dev.neurite.network.Dense;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract finds what is wrong with a layer, and names it: here a dense one, by way of what its activation does.
class LayerDefectTest {
    /// `z/2`, right in everything; the defects below change one thing.
    private static class Half implements Activation.Custom {
        @Override
        public String name() {
            return "half";
        }

        @Override
        public double value(double z) {
            return 0.5 * z;
        }

        @Override
        public double derivative(double z) {
            return 0.5;
        }
    }

    private static List<Check.Failure> failures(Activation activation) {
        return Contract.of(Dense.of(5, activation)).withInputs(5, 17).failures();
    }

    @Test
    void sound_layer_keepsTheContract() {
        Contract.of(Dense.of(5, new Half())).withInputs(5, 17).verify();
    }

    @Test
    void gradient_ofAnotherFunction_isFound() {
        List<Check.Failure> failures = failures(new Half() {
            @Override
            public double derivative(double z) {
                return 0.55;
            }
        });
        assertThat(failures).extracting(Check.Failure::check).containsExactly("gradient");
        assertThat(failures.getFirst().sentence())
                .matches("the gradient along a direction of layer1.weight must be \\S+, got \\S+, in Network.*");
    }

    @Test
    void derivative_thatChangesFromCallToCall_isFound() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(failures(new Half() {
                    @Override
                    public double derivative(double z) {
                        return 0.5 + 1e-3 * (calls.incrementAndGet() % 2);
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("repeatable");
    }

    @Test
    void memory_thatThreadsShare_isFound() {
        float[] scratch = new float[100_000];
        assertThat(failures(new Half() {
                    @Override
                    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                        System.arraycopy(z, zOffset, scratch, 0, length);
                        super.apply(scratch, 0, scratch, 0, length);
                        System.arraycopy(scratch, 0, a, aOffset, length);
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("repeatable");
    }

    @Test
    void row_thatDependsOnTheBatch_isFound() {
        assertThat(failures(new Half() {
                    @Override
                    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                        super.apply(z, zOffset, a, aOffset, length);
                        for (int i = 16; i < length; i++) {
                            a[aOffset + i] += 1e-3f;
                        }
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("rows");
    }

    @Test
    void output_thatIsNotFinite_isFound() {
        assertThat(failures(Activation.custom("inverse", z -> 1 / (0 * z), z -> 1)))
                .extracting(Check.Failure::check)
                .contains("finite");
    }

    @ExtendWith(Patience.class)
    @Test
    void step_thatAllocates_isFound() {
        assertThat(failures(new Half() {
                    @Override
                    public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                        super.apply(z.clone(), zOffset, a, aOffset, length);
                    }
                }))
                .extracting(Check.Failure::check)
                .contains("no garbage");
    }

    @Test
    void inputs_noneOfWhichItTakes_areFound() {
        assertThat(Contract.of(Dense.linear(1)).withInputs().failures())
                .extracting(Check.Failure::sentence)
                .allMatch(sentence -> sentence.startsWith(
                        "a layer must accept some number of inputs: give it some by withInputs, since"));
    }
}
