package dev.neurite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionChartTest {
    @Test
    void area_ofALinearModel_isItsHalfOfThePlane() {
        Regions regions = Planes.chart().regions();
        for (double x = regions.left() + 0.01; x < regions.right(); x += 0.07) {
            for (double y = regions.bottom() + 0.02; y < regions.top(); y += 0.07) {
                if (Math.abs(x - y) > 1e-3) {
                    assertThat(regions.area(0).contains(x, y)).isEqualTo(x < y);
                    assertThat(regions.area(1).contains(x, y)).isEqualTo(x > y);
                }
            }
        }
    }

    @Test
    void area_ofThreeClasses_isWhereTheirLogitIsTheLargest() {
        // logits -x₁, x₁ and x₂
        float[][] points = {{-1, -1}, {1, 1}};
        Regions regions = DecisionChart.of(
                        "three",
                        List.of("x₁", "x₂"),
                        List.of("a", "b", "c"),
                        points,
                        new int[] {0, 2},
                        Planes.model(3, -1, 1, 0, 0, 0, 1))
                .regions();
        assertThat(regions.area(0).contains(-0.8, 0.3)).isTrue();
        assertThat(regions.area(1).contains(0.8, 0.3)).isTrue();
        assertThat(regions.area(2).contains(0.3, 0.8)).isTrue();
        assertThat(regions.area(2).contains(0.8, 0.3)).isFalse();
    }

    @Test
    void boundary_ofALinearModel_isItsLine() {
        Path2D boundary = Planes.chart().regions().boundary(0);
        double[] point = new double[2];
        int points = 0;
        for (PathIterator i = boundary.getPathIterator(null); !i.isDone(); i.next()) {
            i.currentSegment(point);
            assertThat(point[0]).isCloseTo(point[1], within(1e-3));
            points++;
        }
        assertThat(points).isGreaterThan(150);
        assertThat(boundary.getBounds2D().getWidth()).isCloseTo(2 + 2 * 0.3, within(0.05));
    }

    @Test
    void chart_thatDoesNotFitTogether_isRefused() {
        float[][] points = {{0, 0}, {1, 1}};
        List<String> inputs = List.of("x", "y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionChart.of(
                        "t", inputs, List.of("a", "b"), points, new int[] {0, 1}, Planes.model(3, 0, 0, 0, 0, 0, 0)))
                .withMessage("a decision chart must have a name for each of two or more classes, got 2 names for 3"
                        + " outputs of the model");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionChart.of(
                        "t", inputs, List.of("a", "b"), points, new int[] {0, 2}, Planes.model(2, 0, 0, 0, 0)))
                .withMessage("class of a point must be in [0, 2), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionChart.of(
                        "t", inputs, List.of("a", "b"), points, new int[] {0}, Planes.model(2, 0, 0, 0, 0)))
                .withMessage("a decision chart must have points and a class for each, got 2 points and 1 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionChart.of(
                        "t", List.of("x"), List.of("a", "b"), points, new int[] {0, 1}, Planes.model(2, 0, 0, 0, 0)))
                .withMessage("a decision chart must have two inputs, got 1 titles and 2 inputs of the model");
    }
}
