package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.random.Seed;
import org.junit.jupiter.api.Test;

/// The descent and its line search on functions in double precision whose minimum is known.
class LbfgsDescentTest {
    /// `Σ 100·(x₂ᵢ − x₂ᵢ₋₁²)² + (1 − x₂ᵢ₋₁)²`, Rosenbrock 1960: a curved valley with its minimum 0 at (1, …, 1).
    private static double rosenbrock(double[] x, double[] gradient) {
        double value = 0;
        for (int i = 0; i < x.length; i += 2) {
            double above = x[i + 1] - x[i] * x[i];
            double left = 1 - x[i];
            value += 100 * above * above + left * left;
            gradient[i] = -400 * above * x[i] - 2 * left;
            gradient[i + 1] = 200 * above;
        }
        return value;
    }

    @Test
    void step_rosenbrock_arrivesAtTheMinimum() {
        double[] start = {-1.2, 1, -1.2, 1, 2, -3, 0, 0};
        LbfgsDescent descent = new LbfgsDescent(LbfgsDescentTest::rosenbrock, start, 10, 20);
        int steps = 0;
        while (descent.largestGradient() > 1e-9 && steps < 200) {
            double before = descent.value();
            assertThat(descent.step()).isTrue();
            assertThat(descent.value()).isLessThan(before);
            steps++;
        }
        assertThat(steps).isLessThan(100);
        for (double x : descent.point()) {
            assertThat(x).isCloseTo(1, within(1e-8));
        }
    }

    /// The largest curvature is 400 times the smallest: steepest descent would take some thousand steps.
    @Test
    void step_quadraticFunction_needsFewSteps() {
        double[] curvatures = {1, 3, 10, 50, 400};
        Objective bowl = (x, gradient) -> {
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = curvatures[i] * (x[i] - i);
                value += curvatures[i] * (x[i] - i) * (x[i] - i) / 2;
            }
            return value;
        };
        LbfgsDescent descent = new LbfgsDescent(bowl, new double[] {5, 5, 5, 5, 5}, 5, 20);
        int steps = 0;
        while (descent.largestGradient() > 1e-8 && descent.step()) {
            steps++;
        }
        assertThat(steps).isLessThan(60);
        assertThat(descent.point()).containsExactly(new double[] {0, 1, 2, 3, 4}, within(1e-8));
    }

    @Test
    void step_atTheMinimum_findsNoneLower() {
        LbfgsDescent descent = new LbfgsDescent(LbfgsDescentTest::rosenbrock, new double[] {1, 1}, 5, 20);
        assertThat(descent.largestGradient()).isZero();
        assertThat(descent.step()).isFalse();
        assertThat(descent.point()).containsExactly(1, 1);
    }

    /// Lines with a minimum anywhere, from which both Wolfe conditions must come out.
    @Test
    void find_manyLines_satisfiesBothConditions() {
        for (int draw = 0; draw < 2000; draw++) {
            Seed seed = Seed.of(11).split("line", draw);
            double a = Math.exp(8 * seed.uniform(0) - 4);
            double shift = Math.exp(8 * seed.uniform(1) - 4);
            double wave = seed.uniform(2);
            WolfeSearch.Line line = step -> {
                double t = (step - shift) / shift;
                double value = a * (t * t + 0.1 * wave * Math.sin(8 * t));
                double slope = a / shift * (2 * t + 0.8 * wave * Math.cos(8 * t));
                return new WolfeSearch.Point(step, value, slope);
            };
            WolfeSearch.Point start = line.at(0);
            WolfeSearch.Point found = WolfeSearch.find(line, start, 1, 0, 60);
            assertThat(found).isNotNull();
            assertThat(found.value()).isLessThanOrEqualTo(start.value() + 1e-4 * found.step() * start.slope());
            assertThat(Math.abs(found.slope())).isLessThanOrEqualTo(-0.9 * start.slope());
        }
    }

    @Test
    void find_valueNotFinite_comesBackFromIt() {
        WolfeSearch.Line line = step -> step > 0.01
                ? new WolfeSearch.Point(step, Double.NaN, Double.NaN)
                : new WolfeSearch.Point(step, -step, -1);
        WolfeSearch.Point found = WolfeSearch.find(line, line.at(0), 1, 0, 20);
        assertThat(found).isNotNull();
        assertThat(found.step()).isPositive().isLessThanOrEqualTo(0.01);
    }

    @Test
    void find_lineThatOnlyRises_findsNothing() {
        WolfeSearch.Line line = step -> new WolfeSearch.Point(step, step, 1);
        assertThat(WolfeSearch.find(line, new WolfeSearch.Point(0, 0, -1), 1, 0, 20))
                .isNull();
    }
}
