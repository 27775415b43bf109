package dev.neurite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassesTest {
    @Test
    void dataset_names_becomeIndices() {
        Classes classes = Classes.of("a", "b", "c");
        Dataset data = classes.dataset(new float[][] {{1}, {2}, {3}}, List.of("c", "a", "c"));
        float[] targets = new float[3];
        for (int row = 0; row < 3; row++) {
            data.copyTargets(row, targets, row);
        }
        assertThat(targets).containsExactly(2, 0, 2);
        assertThat(classes.count()).isEqualTo(3);
    }

    @Test
    void of_namesThatAreNoClasses_areRefused() {
        assertThatThrownBy(() -> Classes.of("a")).hasMessage("Classes.names must be at least 2, got 1");
        assertThatThrownBy(() -> Classes.of("a", "b", "a"))
                .hasMessage("Classes.names must all be different, got a, b, a");
    }
}
