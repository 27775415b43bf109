package dev.neurite.train;

import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import java.util.List;

/// How parameters follow the gradient.
///
/// @param optimizer    the rule
/// @param learningRate base of the schedule, positive
/// @param schedule     learning rate at each step
/// @param roles        learning rate factors and weight decay by what parameters are for
/// @param transforms   edits of the gradient before the optimizer, in order
/// @param average      what stands for the parameters in validation and in the model
public record Descent(
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        RoleRules roles,
        List<GradientTransform> transforms,
        Average average) {
    /// Checks the learning rate.
    public Descent {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("Trainer.learningRate must be finite and positive, got " + learningRate);
        }
        transforms = List.copyOf(transforms);
    }

    /// An optimizer at its default learning rate, constant, without transforms or average.
    public static Descent of(Optimizer optimizer) {
        return new Descent(
                optimizer,
                optimizer.defaultLearningRate(),
                Schedule.constant(),
                RoleRules.standard(),
                List.of(),
                Average.none());
    }

    Descent withOptimizer(Optimizer value) {
        return new Descent(value, value.defaultLearningRate(), schedule, roles, transforms, average);
    }

    Descent withLearningRate(double value) {
        return new Descent(optimizer, value, schedule, roles, transforms, average);
    }

    Descent withSchedule(Schedule value) {
        return new Descent(optimizer, learningRate, value, roles, transforms, average);
    }

    Descent withRoles(RoleRules value) {
        return new Descent(optimizer, learningRate, schedule, value, transforms, average);
    }

    Descent withTransforms(List<GradientTransform> values) {
        return new Descent(optimizer, learningRate, schedule, roles, values, average);
    }

    Descent withAverage(Average value) {
        return new Descent(optimizer, learningRate, schedule, roles, transforms, value);
    }
}
