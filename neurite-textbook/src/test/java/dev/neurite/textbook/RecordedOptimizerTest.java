package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.optimize.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Optimizers against what others recorded: the textbook to the last digits, the engine to what floats can hold.
class RecordedOptimizerTest {
    private static final double[] START = RecordedOptimizers.start();
    private static final double[][] GRADIENTS = RecordedOptimizers.gradients();

    @Test
    void cases_ofTorch_areAllHere() {
        assertThat(RecordedOptimizers.all().map(arguments -> arguments.get()[0]))
                .containsAll(RecordedOptimizers.torchNames().toList())
                .hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.textbook.RecordedOptimizers#all")
    void textbook_recordedGradients_followsTheRecordedTrajectory(String name, Optimizer rule) {
        double[] parameters = START.clone();
        double[][] trajectory = RecordedOptimizers.trajectory(name);
        TextbookOptimizer optimizer = TextbookOptimizer.of(rule, parameters.length);
        for (int step = 0; step < GRADIENTS.length; step++) {
            optimizer.step(parameters, GRADIENTS[step], RecordedOptimizers.learningRate(name));
            assertThat(Errors.largest(parameters, trajectory[step], 1))
                    .as("step %d", step + 1)
                    .isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.textbook.RecordedOptimizers#all")
    void engine_recordedGradients_staysCloseToTheRecordedTrajectory(String name, Optimizer optimizer) {
        double[][] trajectory = RecordedOptimizers.trajectory(name);
        EngineRun run = new EngineRun(optimizer, START, 1);
        for (int step = 1; step <= GRADIENTS.length; step++) {
            run.step(step, GRADIENTS[step - 1], RecordedOptimizers.learningRate(name));
            assertThat(Errors.ofNorm(Engine.doubles(run.parameters), trajectory[step - 1]))
                    .as("step %d", step)
                    .isLessThan(2e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.textbook.RecordedOptimizers#all")
    void engine_ruleOfItsOwnForEachStepAndRange_givesTheSameBits(String name, Optimizer optimizer) {
        EngineRun whole = new EngineRun(optimizer, START, 7);
        EngineRun cut = new EngineRun(optimizer, START, 7);
        for (int step = 1; step <= GRADIENTS.length; step++) {
            whole.step(step, GRADIENTS[step - 1], RecordedOptimizers.learningRate(name));
            cut.rule = optimizer.rule();
            cut.stepInPieces(step, GRADIENTS[step - 1], RecordedOptimizers.learningRate(name));
        }
        assertThat(cut.parameters).isEqualTo(whole.parameters);
        assertThat(cut.moments).isDeepEqualTo(whole.moments);
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.textbook.RecordedOptimizers#all")
    void engine_padding_staysZero(String name, Optimizer optimizer) {
        EngineRun run = new EngineRun(optimizer, new double[START.length], 1);
        for (int step = 1; step <= 10; step++) {
            run.step(step, new double[START.length], 0.1);
        }
        assertThat(run.parameters).containsOnly(0f);
    }

    /// A rule of the engine with the arrays it works on, the start repeated `times` times.
    private static final class EngineRun {
        private final int times;
        private final float[] parameters;
        private final float[] gradients;
        private final float[][] moments;
        private Optimizer.Rule rule;

        EngineRun(Optimizer optimizer, double[] start, int times) {
            this.times = times;
            this.parameters = repeated(start);
            this.gradients = new float[parameters.length];
            this.moments = new float[optimizer.moments()][parameters.length];
            this.rule = optimizer.rule();
        }

        void step(long step, double[] gradient, double learningRate) {
            begin(step, gradient, learningRate);
            rule.update(parameters, gradients, moments, 0, parameters.length, true);
        }

        void stepInPieces(long step, double[] gradient, double learningRate) {
            begin(step, gradient, learningRate);
            for (int from = 0; from < parameters.length; from += 5) {
                rule.update(parameters, gradients, moments, from, Math.min(from + 5, parameters.length), true);
            }
        }

        private void begin(long step, double[] gradient, double learningRate) {
            System.arraycopy(repeated(gradient), 0, gradients, 0, gradients.length);
            rule.begin(step, learningRate);
        }

        private float[] repeated(double[] numbers) {
            float[] repeated = new float[times * numbers.length];
            for (int i = 0; i < times; i++) {
                System.arraycopy(Engine.floats(numbers), 0, repeated, i * numbers.length, numbers.length);
            }
            return repeated;
        }
    }
}
