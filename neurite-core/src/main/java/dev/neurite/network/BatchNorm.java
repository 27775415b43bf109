package dev.neurite.network;

import dev.neurite.op.BatchNormOp;
import dev.neurite.op.Lowering;
import dev.neurite.op.Region;
import dev.neurite.op.RunningNormOp;
import dev.neurite.parameter.Role;
import dev.neurite.parameter.Shape;
import dev.neurite.parameter.Slot;

/// Normalises each number over the rows of a batch, then applies a learned gain and bias:
/// `γ·(x − mean) / √(variance + epsilon) + β`. Ioffe and Szegedy 2015, "Batch normalization".
///
/// Prediction uses running statistics that training has observed, `running ← running + momentum·(batch − running)`,
/// variances being unbiased. They are parameters of the role [Role#STATISTIC]: saved with the others, moved by no
/// optimizer. A model folds them into an adjoining [Dense] before it predicts. A batch must have at least two rows.
///
/// @param momentum share of each batch in the running statistics, in (0, 1]
/// @param epsilon  added to the variance, positive
public record BatchNorm(double momentum, double epsilon) implements Layer {
    /// Checks the numbers.
    public BatchNorm {
        if (!(momentum > 0 && momentum <= 1)) {
            throw new IllegalArgumentException("BatchNorm.momentum must be in (0, 1], got " + momentum);
        }
        Options.requirePositive("BatchNorm.epsilon", epsilon);
    }

    /// Momentum 0.1 and epsilon 1e-5, as PyTorch has them.
    public static BatchNorm standard() {
        return new BatchNorm(0.1, 1e-5);
    }

    @Override
    public String name() {
        return "BatchNorm";
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    @Override
    public void lower(Lowering lowering) {
        Region input = lowering.current();
        int columns = input.columns();
        Slot gain = lowering.row("gain", Role.GAIN, 1);
        Slot bias = lowering.row("bias", Role.BIAS, 0);
        Slot mean = lowering.row("mean", Role.STATISTIC, 0);
        Slot variance = lowering.row("variance", Role.STATISTIC, 1);
        if (!lowering.training()) {
            Region output = lowering.region("output", columns);
            lowering.add(new RunningNormOp(lowering.layer(), input, output, gain, bias, mean, variance, epsilon));
            return;
        }
        Region normalized = lowering.region("normalized", columns);
        Region observed = lowering.region("observed", BatchNormOp.OBSERVED, columns);
        Region output = lowering.region("output", columns);
        lowering.add(new BatchNormOp(
                lowering.layer(), input, normalized, observed, output, gain, bias, mean, variance, epsilon, momentum));
    }
}
