package dev.neurite.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Role;
import org.junit.jupiter.api.Test;

class GradientTransformTest {
    private static final Layout LAYOUT = layout();

    private static Layout layout() {
        Layout.Builder builder = new Layout.Builder();
        builder.add("layer1.weight", 2, 3, Role.WEIGHT);
        builder.add("layer1.bias", 1, 3, Role.BIAS);
        return builder.build();
    }

    /// The weight has the rows (3, 0, 0) and (0, 0, −4), norm 5; the bias (0.5, 0, 1.2), norm 1.3.
    private static float[] gradients() {
        float[] gradients = new float[LAYOUT.length()];
        gradients[0] = 3;
        gradients[16 + 2] = -4;
        gradients[32] = 0.5f;
        gradients[32 + 2] = 1.2f;
        return gradients;
    }

    private static float[] after(GradientTransform transform) {
        float[] gradients = gradients();
        transform.apply(gradients, LAYOUT);
        return new float[] {gradients[0], gradients[18], gradients[32], gradients[34]};
    }

    @Test
    void clipByValue_largeNumbers_areLimited() {
        assertThat(after(GradientTransform.clipByValue(1))).containsExactly(1, -1, 0.5f, 1);
        assertThat(after(GradientTransform.clipByValue(10))).containsExactly(3, -4, 0.5f, 1.2f);
    }

    @Test
    void clipByNorm_eachParameter_hasAtMostTheNorm() {
        assertThat(after(GradientTransform.clipByNorm(2)))
                .containsExactly(new float[] {1.2f, -1.6f, 0.5f, 1.2f}, within(1e-6f));
        assertThat(after(GradientTransform.clipByNorm(0.13)))
                .containsExactly(new float[] {0.078f, -0.104f, 0.05f, 0.12f}, within(1e-7f));
    }

    /// The norm of all is √(25 + 1.69).
    @Test
    void clipByGlobalNorm_wholeGradient_hasAtMostTheNorm() {
        float factor = (float) (1 / Math.sqrt(26.69));
        assertThat(after(GradientTransform.clipByGlobalNorm(1)))
                .containsExactly(new float[] {3 * factor, -4 * factor, 0.5f * factor, 1.2f * factor}, within(1e-6f));
        assertThat(after(GradientTransform.clipByGlobalNorm(6))).containsExactly(3, -4, 0.5f, 1.2f);
    }

    @Test
    void transforms_nan_staysVisible() {
        for (GradientTransform transform : new GradientTransform[] {
            GradientTransform.clipByValue(1), GradientTransform.clipByNorm(1), GradientTransform.clipByGlobalNorm(1)
        }) {
            float[] gradients = gradients();
            gradients[0] = Float.NaN;
            transform.apply(gradients, LAYOUT);
            assertThat(gradients[0]).isNaN();
        }
    }

    @Test
    void limits_outOfRange_areRefused() {
        assertThatThrownBy(() -> GradientTransform.clipByValue(-1))
                .hasMessage("clipByValue.limit must be finite and positive, got -1.0");
        assertThatThrownBy(() -> GradientTransform.clipByNorm(0))
                .hasMessage("clipByNorm.maximum must be finite and positive, got 0.0");
        assertThatThrownBy(() -> GradientTransform.clipByGlobalNorm(Double.NaN))
                .hasMessage("clipByGlobalNorm.maximum must be finite and positive, got NaN");
    }
}
