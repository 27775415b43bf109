package dev.neurite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.neurite.bench.ProductBenchmark.Form;
import dev.neurite.bench.peer.RooflinePage;
import dev.neurite.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RooflineTest {
    /// 2·8·8·8 operations over 4·3·64 bytes.
    @Test
    void measure_smallArrays_ratesEveryKernel() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        Roofline roofline =
                Roofline.measure(0.001, 1 << 13, List.of(new ProductBenchmark(Form.PLAIN, 8, 8, 8)), heard::add);

        assertThat(roofline.peak()).isPositive().isFinite();
        assertThat(roofline.bandwidth()).isPositive().isFinite();
        assertThat(roofline.products()).singleElement().satisfies(product -> {
            assertThat(product.intensity()).isCloseTo(4.0 / 3, within(1e-12));
            assertThat(product.roof()).isEqualTo(Math.min(roofline.peak(), roofline.bandwidth() * product.intensity()));
        });
        assertThat(roofline.streams()).hasSameSizeAs(StreamKernel.all(Kernels.best()));
        assertThat(roofline.streams()).allSatisfy(stream -> {
            assertThat(stream.memory()).isPositive().isFinite();
            assertThat(stream.cache()).isPositive().isFinite();
        });
        assertThat(heard).contains("gemm 8x8x8", "adam");
    }

    @Test
    void triad_ofArrays_isTheirSum() {
        float[] sums = new float[5];
        StreamKernel.triad().loop().run(sums, new float[] {1, 2, 3, 4}, new float[] {2, 4, 6, 8}, sums, 4);
        assertThat(sums).containsExactly(2, 4, 6, 8, 0);
    }

    @Test
    void page_ofARoofline_namesTheCommandAndTheShares() {
        Roofline roofline = new Roofline(
                100,
                20,
                List.of(new Roofline.Product("gemm 8x8x8", 60, 4, 80)),
                List.of(new Roofline.Stream("relu", 8, 15, 90)));

        assertThat(RooflinePage.of(roofline, Map.of("JVM", "25"), "neurite bench --roofline"))
                .contains(
                        "- the two meet at 5.0 operations for each byte",
                        "| gemm 8x8x8 | 4.0 | 60.0 | 80.0 | 75 % | 60 % |",
                        "| relu | 8 | 15.0 | 75 % | 90.0 |")
                .anyMatch(line -> line.contains("`neurite bench --roofline`"));
    }
}
