package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract finds what is wrong with an activation, and names it.
class ActivationDefectTest {
    /// `z²/(1 + z²)`, right in everything; the defects below change one thing.
    private static class Dip implements Activation.Custom {
        @Override
        public String name() {
            return "dip";
        }

        @Override
        public double value(double z) {
            return z * z / (1 + z * z);
        }

        @Override
        public double derivative(double z) {
            return 2 * z / ((1 + z * z) * (1 + z * z));
        }
    }

    private static Activation of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return Activation.custom("mine", value, derivative);
    }

    @Test
    void sound_activations_keepTheContract() {
        Contract.of(new Dip()).verify();
        Contract.of(of(z -> z * z * z, z -> 3 * z * z)).verify();
        Contract.of(of(StrictMath::sqrt, z -> 0.5 / StrictMath.sqrt(z)))
                .withInputs(0.01, 100)
                .verify();
    }

    @Test
    void derivative_ofAnotherFunction_isFound() {
        Activation halved = of(z -> z / (1 + Math.abs(z)), z -> 1 / (1 + Math.abs(z)));
        assertThat(Contract.of(halved).failures())
                .extracting(Check.Failure::check)
                .containsExactly("derivative");
        assertThatThrownBy(() -> Contract.of(of(z -> z * z, z -> z)).verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("activation mine breaks its contract\n  derivative: derivative at ")
                .hasMessageMatching("(?s).* at -?[0-9.]+ must be -?[0-9.]+, got -?[0-9.]+");
    }

    @Test
    void derivative_wrongAtTheKink_isFound() {
        assertThat(Contract.of(of(z -> z > 0 ? z : 0.1 * z, z -> z > 0 ? 1 : z < 0 ? 0.1 : -3))
                        .failures())
                .extracting(Check.Failure::sentence)
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("derivative at 0.0 must be between the slopes of both sides")
                        .endsWith("got -3.0"));
    }

    @Test
    void value_thatOverflows_isFound() {
        assertThat(Contract.of(of(StrictMath::exp, StrictMath::exp)).failures())
                .contains(new Check.Failure("finite", "value at 750.0 must be finite, got Infinity"));
    }

    @Test
    void value_thatIsNaN_isSaidNotToBeFinite() {
        Activation undefined =
                of(z -> z < 1 ? z / (1 + Math.abs(z)) : Double.NaN, z -> 1 / ((1 + Math.abs(z)) * (1 + Math.abs(z))));
        assertThat(Contract.of(undefined).failures())
                .noneSatisfy(failure -> assertThat(failure.sentence()).contains("must be NaN"))
                .first()
                .satisfies(failure ->
                        assertThat(failure.toString()).matches("finite: value at \\S+ must be finite, got NaN"));
    }

    @Test
    void nan_thatIsHidden_isFound() {
        assertThat(Contract.of(of(z -> z > 0 ? z : 0, z -> z > 0 ? 1 : 0)).failures())
                .extracting(Check.Failure::check)
                .containsExactly("NaN");
    }

    @Test
    void slice_thatWritesBeyondItsEnd_isFound() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                int padded = Math.min(length % 4 == 0 ? length : length + 1, a.length - aOffset);
                                super.apply(z, zOffset, a, aOffset, Math.min(padded, z.length - zOffset));
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .containsExactly("slices");
    }

    @Test
    void slice_thatForgetsItsTail_isFound() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void multiplyByDerivative(
                                    float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
                                super.multiplyByDerivative(saved, savedOffset, delta, deltaOffset, length & -16);
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .contains("slices", "elements");
    }

    @Test
    void slice_thatChangesItsInput_isFound() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                for (int i = 0; i < length; i++) {
                                    z[zOffset + i] *= z[zOffset + i];
                                    a[aOffset + i] = z[zOffset + i] / (1 + z[zOffset + i]);
                                }
                            }
                        })
                        .failures())
                .extracting(Check.Failure::toString)
                .anyMatch(failure -> failure.startsWith("slices: the input of apply over 1 must be"));
    }

    @Test
    void slice_thatReadsWhatItHasWritten_isFoundInPlace() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                for (int i = 0; i < length; i++) {
                                    a[aOffset + i] = z[zOffset + i] * z[zOffset + i];
                                }
                                for (int i = 0; i < length; i++) {
                                    a[aOffset + i] /= 1 + z[zOffset + i] * z[zOffset + i];
                                }
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .contains("in place")
                .doesNotContain("slices");
    }

    @Test
    void slice_thatDependsOnItsNeighbours_isFound() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                super.apply(z, zOffset, a, aOffset, length);
                                a[aOffset] += length > 1 ? 1e-7f : 0;
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .contains("elements");
    }

    @Test
    void value_thatChangesFromCallToCall_isFound() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(Contract.of(of(z -> z + 1e-3 * (calls.incrementAndGet() % 2), z -> 1))
                        .failures())
                .extracting(Check.Failure::check)
                .contains("repeatable");
    }

    @Test
    void scratch_thatThreadsShare_isFound() {
        float[] scratch = new float[2000];
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                System.arraycopy(z, zOffset, scratch, 0, length);
                                super.apply(scratch, 0, scratch, 0, length);
                                System.arraycopy(scratch, 0, a, aOffset, length);
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .contains("repeatable");
    }

    @ExtendWith(Patience.class)
    @Test
    void slice_thatAllocates_isFound() {
        assertThat(Contract.of(new Dip() {
                            @Override
                            public void apply(float[] z, int zOffset, float[] a, int aOffset, int length) {
                                super.apply(z.clone(), zOffset, a, aOffset, length);
                            }
                        })
                        .failures())
                .extracting(Check.Failure::toString)
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("no garbage: apply must allocate nothing, got \\d+ bytes in 100 calls");
    }

    @Test
    void derivative_ofTheWrongSavedNumbers_isFound() {
        Activation tanh = Activation.tanh();
        assertThat(Contract.of(new Dip() {
                            @Override
                            public double value(double z) {
                                return tanh.value(z);
                            }

                            @Override
                            public double derivative(double z) {
                                return tanh.derivative(z);
                            }

                            @Override
                            public void multiplyByDerivative(
                                    float[] saved, int savedOffset, float[] delta, int deltaOffset, int length) {
                                // wants the outputs, but readsInput says that it is given the inputs
                                tanh.multiplyByDerivative(saved, savedOffset, delta, deltaOffset, length);
                            }
                        })
                        .failures())
                .extracting(Check.Failure::check)
                .contains("slices", "network");
    }

    /// `StrictMath.sin` makes an array for large arguments.
    @Test
    void verifyAllBut_aPromiseBrokenOnPurpose_passes() {
        Activation sine = of(StrictMath::sin, StrictMath::cos);
        Contract.of(sine).verifyAllBut("no garbage");
        assertThatThrownBy(() -> Contract.of(sine).verifyAllBut("garbage"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a check must be one of [finite, NaN, ")
                .hasMessageEndingWith("], got garbage");
    }

    @Test
    void function_thatThrows_isAFailure() {
        assertThat(Contract.of(of(z -> z, z -> {
                            throw new UnsupportedOperationException("not yet");
                        }))
                        .failures())
                .contains(new Check.Failure(
                        "derivative", "must not throw, got java.lang.UnsupportedOperationException: not yet"));
    }
}
