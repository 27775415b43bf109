package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.loss.Link;
import dev.neurite.loss.Loss;
import dev.neurite.parameter.Rows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The contract finds what is wrong with a loss, and names it.
class LossDefectTest {
    /// `Σ (z − t)⁴ / 4`, right in everything; the defects below change one thing.
    private static class Quartic implements Loss.Custom {
        @Override
        public String name() {
            return "quartic";
        }

        @Override
        public Link link() {
            return Link.IDENTITY;
        }

        @Override
        public int targets(int outputs) {
            return outputs;
        }

        @Override
        public @Nullable String problem(float[] target, int offset, int outputs) {
            for (int j = offset; j < offset + outputs; j++) {
                if (!Float.isFinite(target[j])) {
                    return "target must be finite, got " + target[j];
                }
            }
            return null;
        }

        double slope(double error) {
            return error * error * error;
        }

        double weight(float @Nullable [] weights, int row) {
            return weights == null ? 1 : weights[row];
        }

        @Override
        public double evaluate(int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
            double weightSum = 0;
            for (int row = 0; row < rows; row++) {
                weightSum += weight(weights, row);
            }
            Arrays.fill(delta.data(), delta.row(0), delta.row(rows), 0);
            double loss = 0;
            for (int row = 0; row < rows; row++) {
                double share = weight(weights, row) / weightSum;
                for (int j = 0; j < logits.columns(); j++) {
                    double error = (double) logits.at(row, j) - targets.at(row, j);
                    loss += share * error * error * error * error / 4;
                    delta.data()[delta.row(row) + j] = (float) (share * slope(error));
                }
            }
            return loss;
        }
    }

    private static List<String> checksThatFail(Loss loss) {
        return Contract.of(loss).failures().stream().map(Check.Failure::check).toList();
    }

    @Test
    void sound_loss_keepsTheContract() {
        Contract.of(new Quartic()).verify();
    }

    @Test
    void gradient_ofAnotherLoss_isFound() {
        List<Check.Failure> failures = Contract.of(new Quartic() {
                    @Override
                    double slope(double error) {
                        return 4 * error * error * error;
                    }
                })
                .failures();
        assertThat(failures).extracting(Check.Failure::check).containsExactly("gradient");
        assertThat(failures.getFirst().sentence())
                .matches("the gradient by output 0 of 1 at -?[0-9.E-]+ must be -?[0-9.E-]+, got -?[0-9.E-]+");
    }

    @Test
    void weights_thatAreForgottenInTheGradientAndTheLoss_areFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    double weight(float @Nullable [] weights, int row) {
                        return 1;
                    }
                }))
                .containsExactly("weights");
    }

    @Test
    void padding_thatIsLeft_isFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public double evaluate(
                            int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
                        double loss = super.evaluate(rows, logits, targets, weights, delta);
                        delta.data()[delta.row(0) + delta.stride() - 1] = 1;
                        return loss;
                    }
                }))
                .contains("slices");
    }

    @Test
    void rowBeyondTheBatch_thatIsWritten_isFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public double evaluate(
                            int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
                        double loss = super.evaluate(rows, logits, targets, weights, delta);
                        delta.data()[delta.row(rows)] = 0;
                        return loss;
                    }
                }))
                .contains("slices");
    }

    @Test
    void logits_thatAreChanged_areFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public double evaluate(
                            int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
                        logits.data()[logits.row(0)] += 0.5f;
                        return super.evaluate(rows, logits, targets, weights, delta);
                    }
                }))
                .contains("slices");
    }

    @Test
    void nanTarget_thatIsAccepted_isFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public @Nullable String problem(float[] target, int offset, int outputs) {
                        return null;
                    }
                }))
                .containsExactly("targets");
    }

    @Test
    void everyTarget_thatIsRefused_isFound() {
        Loss picky = new Quartic() {
            @Override
            public @Nullable String problem(float[] target, int offset, int outputs) {
                return target[offset] == 42 ? null : "target must be 42, got " + target[offset];
            }
        };
        assertThat(Contract.of(picky).failures())
                .extracting(Check.Failure::sentence)
                .anyMatch(sentence ->
                        sentence.startsWith("a loss must accept some targets: give it some by withTargets"));
        Contract.of(picky).withTargets(new double[] {42}).verify();
    }

    @Test
    void hugeOutputs_thatBecomeNan_areFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    double slope(double error) {
                        double e = StrictMath.exp(Math.abs(error));
                        return Math.abs(error) < 1100 ? super.slope(error) : e / StrictMath.expm1(Math.abs(error));
                    }
                }))
                .containsExactly("finite");
    }

    @Test
    void memory_thatThreadsShare_isFound() {
        double[] sum = new double[1];
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public double evaluate(
                            int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
                        sum[0] += 1e-3;
                        return super.evaluate(rows, logits, targets, weights, delta) + sum[0] % 0.1;
                    }
                }))
                .contains("repeatable");
    }

    @ExtendWith(Patience.class)
    @Test
    void evaluation_thatAllocates_isFound() {
        assertThat(checksThatFail(new Quartic() {
                    @Override
                    public double evaluate(
                            int rows, Rows logits, Rows targets, float @Nullable [] weights, Rows delta) {
                        Rows copy = Rows.of(logits.data().clone(), logits.offset(), logits.columns());
                        return super.evaluate(rows, copy, targets, weights, delta);
                    }
                }))
                .containsExactly("no garbage");
    }
}
