package dev.neurite.table;

import dev.neurite.metric.Metric;
import java.util.List;

/// A metric of what a network says about numbers, measured in the unit of the target: of each target the one output
/// that counts as the prediction.
///
/// @param metric what is measured
/// @param target the numbers
record MetricInUnit(Metric metric, Target target) implements Metric {
    /// The metric for a target; that of labels as it is.
    static Metric of(Metric metric, Target target) {
        return target.task() == Task.REGRESSION ? new MetricInUnit(metric, target) : metric;
    }

    @Override
    public String name() {
        return metric.name();
    }

    @Override
    public boolean higherIsBetter() {
        return metric.higherIsBetter();
    }

    @Override
    public boolean inTargetUnit() {
        return metric.inTargetUnit();
    }

    @Override
    public Accumulator accumulator(int outputs, int targets) {
        int[] scored = target.scored();
        float[] scales = target.scales();
        float[] shifts = target.shifts();
        List<Target.Single> singles = target.singles();
        float[] inUnit = new float[scored.length];
        float[] truth = new float[scored.length];
        Accumulator measured = metric.accumulator(scored.length, scored.length);
        return new Accumulator() {
            @Override
            public void add(float[] predictions, int pOffset, float[] targetRows, int tOffset, double weight) {
                for (int i = 0; i < scored.length; i++) {
                    int output = scored[i];
                    inUnit[i] = predictions[pOffset + output] * scales[output] + shifts[output];
                    truth[i] = ((Target.Regression) singles.get(i)).value(targetRows[tOffset + i]);
                }
                measured.add(inUnit, 0, truth, 0, weight);
            }

            @Override
            public double value() {
                return measured.value();
            }
        };
    }
}
