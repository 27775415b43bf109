package dev.neurite.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 16", "16, 16", "17, 32", "784, 784"})
    void paddedStride_ofColumns_isNextMultipleOf16(int columns, int stride) {
        assertThat(Matrix.paddedStride(columns)).isEqualTo(stride);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 16", "16, 16", "17, 32"})
    void compactStride_ofColumns_hasNoPaddingUpToTwo(int columns, int stride) {
        assertThat(Matrix.compactStride(columns)).isEqualTo(stride);
        assertThat(Matrix.of(new float[100], 0, 3, columns, stride).stride()).isEqualTo(stride);
    }

    @Test
    void of_fittingWindow_sharesTheArray() {
        float[] data = new float[16 + 3 * 32];
        Matrix matrix = Matrix.of(data, 16, 3, 20, 32);
        assertThat(matrix.data()).isSameAs(data);
        assertThat(matrix).hasToString("Matrix[3×20, stride 32, offset 16]");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 1, 1, 16, offset must be a multiple of 16",
        "-16, 1, 1, 16, offset must be a multiple of 16",
        "0, 1, 1, 2, stride must be a multiple of 16",
        "0, 1, 3, 3, stride must be a multiple of 16",
        "0, 1, 1, 17, stride must be a multiple of 16",
        "0, 1, 17, 16, columns must be between 0 and the stride 16",
        "0, -1, 1, 16, rows must not be negative",
        "0, 7, 1, 16, does not fit into 100 floats",
        "16, 2147483647, 1, 2147483632, does not fit into 100 floats"
    })
    void of_badWindow_isRefused(int offset, int rows, int columns, int stride, String message) {
        assertThatThrownBy(() -> Matrix.of(new float[100], offset, rows, columns, stride))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
