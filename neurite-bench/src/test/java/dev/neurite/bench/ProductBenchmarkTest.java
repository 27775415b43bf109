package dev.neurite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.bench.ProductBenchmark.Form;
import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductBenchmarkTest {
    private static final int ROWS = 5;
    private static final int INNER = 7;
    private static final int COLUMNS = 3;

    @ParameterizedTest
    @EnumSource
    void product_ofEachForm_isTheProduct(Form form) {
        Matrix result = ProductBenchmark.matrix(ROWS, COLUMNS);
        new ProductBenchmark(form, ROWS, INNER, COLUMNS)
                .product(new Gemm(Kernels.best(), Team.of(1)), result)
                .run();

        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                double sum = 0;
                for (int p = 0; p < INNER; p++) {
                    sum += factor(form == Form.TRANSPOSED_A, INNER, ROWS, "a", i, p)
                            * factor(form == Form.TRANSPOSED_B, COLUMNS, INNER, "b", p, j);
                }
                assertThat((double) result.data()[i * result.stride() + j]).isCloseTo(sum, within(1e-5));
            }
        }
    }

    /// Element (i, j) of a factor, which is stored transposed or not, as rows × columns.
    private static double factor(boolean transposed, int rows, int columns, String name, int i, int j) {
        Matrix matrix = transposed
                ? ProductBenchmark.drawn(rows, columns, name)
                : ProductBenchmark.drawn(name.equals("a") ? ROWS : INNER, name.equals("a") ? INNER : COLUMNS, name);
        return matrix.data()[transposed ? j * matrix.stride() + i : i * matrix.stride() + j];
    }

    @Test
    void name_ofATransposedForm_tellsTheProductAndTheForm() {
        assertThat(new ProductBenchmark(Form.TRANSPOSED_A, 784, 128, 512).name())
                .isEqualTo("gemm 784x128x512 AtB");
    }
}
