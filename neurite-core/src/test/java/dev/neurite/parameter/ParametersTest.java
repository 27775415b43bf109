package dev.neurite.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParametersTest {
    private static Layout layout() {
        Layout.Builder builder = new Layout.Builder();
        builder.add("a.weight", 2, 3, Role.WEIGHT);
        builder.add("a.bias", 1, 3, Role.BIAS);
        builder.add("b.weight", 3, 20, Role.WEIGHT);
        return builder.build();
    }

    @Test
    void layout_slots_startAtMultiplesOf16() {
        Layout layout = layout();
        assertThat(layout.slots()).allMatch(slot -> slot.offset() % 16 == 0 && slot.stride() % 16 == 0);
        assertThat(layout.length()).isEqualTo(2 * 16 + 16 + 3 * 32);
        assertThat(layout.count()).isEqualTo(6 + 3 + 60);
    }

    @Test
    void vector_thereAndBack_isTheSame() {
        float[] vector = new float[69];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = i + 1;
        }
        Parameters parameters = Parameters.ofVector(layout(), vector);
        assertThat(parameters.toVector()).containsExactly(vector);
        assertThat(parameters.at(layout().slot("a.weight"), 1, 2)).isEqualTo(6);
        assertThat(parameters.at(layout().slot("b.weight"), 2, 0)).isEqualTo(50);
        assertThat(Parameters.of(layout(), parameters.toArray())).isEqualTo(parameters);
    }

    @Test
    void values_changedAfterwards_doNotChangeTheParameters() {
        float[] values = new float[layout().length()];
        Parameters parameters = Parameters.of(layout(), values);
        values[0] = 1;
        parameters.toArray()[1] = 1;
        assertThat(parameters).isEqualTo(Parameters.of(layout(), new float[layout().length()]));
    }

    @Test
    void wrongLengthOrName_isRefused() {
        assertThatThrownBy(() -> Parameters.ofVector(layout(), new float[3]))
                .hasMessage("parameters must be 69 numbers, got 3");
        assertThatThrownBy(() -> layout().slot("c")).hasMessage("no parameter is called c");
    }
}
