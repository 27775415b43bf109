package dev.neurite.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.bench.Benchmark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String MOONS = "moons 2-10-2 b100 sgd ce";
    private static final String PREDICTION = "predict 784-128-10 b1";

    private static Comparison comparison(int threads, Result... results) {
        List<Benchmark> benchmarks = Benchmark.all().stream()
                .filter(each -> List.of(results).stream()
                        .anyMatch(result -> result.name().equals(each.name())))
                .toList();
        return new Comparison(benchmarks, threads, List.of(results), List.of("moons, JAX: it printed no time"));
    }

    private static Comparison moons() {
        return comparison(
                1,
                new Result(MOONS, "neurite", "Neurite", 4, 90_000_000),
                new Result(MOONS, "torch", "PyTorch 2", 320, 0),
                new Result(MOONS, "torch-compile", "PyTorch 2, compiled", 200, 0),
                new Result(MOONS, "jax-loop", "JAX, loop", 10, 0));
    }

    /// 2·100·(3·2·10 + 3·10·2 − 2·10) operations.
    @Test
    void rows_ofEachProgram_haveRateAndRatio() {
        assertThat(moons().rows())
                .containsExactly(
                        List.of(MOONS, "Neurite", "4.00", "5.00", "", "90.0"),
                        List.of(MOONS, "PyTorch 2", "320", "0.063", "80.0×", ""),
                        List.of(MOONS, "PyTorch 2, compiled", "200", "0.100", "50.0×", ""),
                        List.of(MOONS, "JAX, loop", "10.0", "2.00", "2.50×", ""));
    }

    @Test
    void asks_ofSeveralPeers_goByTheFastest() {
        assertThat(moons().asks())
                .containsExactly(
                        List.of(MOONS, "PyTorch", "50.0×", "≥ 60.0×", "missed"),
                        List.of(MOONS, "JAX, a compiled loop", "2.50×", "≥ 2.50×", "met"));
    }

    @Test
    void asks_ofOneRow_areNotThoseOfManyRows() {
        Comparison one = comparison(
                1,
                new Result(PREDICTION, "neurite", "Neurite", 2, 0),
                new Result(PREDICTION, "onnxruntime-java", "ONNX Runtime", 6, 0));
        assertThat(one.asks())
                .containsExactly(List.of(PREDICTION, "ONNX Runtime from Java", "3.00×", "≥ 1.50×", "met"));
    }

    @Test
    void asks_onSeveralCores_areOthers() {
        String wide = "wide 1024-2048x3-10 b256 adam ce";
        Comparison two = comparison(
                2,
                new Result(wide, "neurite", "Neurite", 100, 0),
                new Result(wide, "neurite-alone", "Neurite on one core", 190, 0),
                new Result(wide, "jax", "JAX", 100, 0));
        assertThat(two.asks())
                .containsExactly(
                        List.of(wide, "the best", "1.00×", "≥ 1.05×", "missed"),
                        List.of(wide, "itself on one core", "1.90×", "≥ 1.80×", "met"));
    }

    @Test
    void asks_ofMemory_divideNeuritesByTheOthers() {
        String fit = "fit 105-100-2 b200";
        Comparison memory = comparison(
                1,
                new Result(fit, "neurite", "Neurite", 100, 120_000_000),
                new Result(fit, "sklearn", "scikit-learn", 200, 100_000_000));
        assertThat(memory.asks())
                .containsExactly(
                        List.of(fit, "scikit-learn", "2.00×", "≥ 3.00×", "missed"),
                        List.of(fit, "scikit-learn, peak memory", "1.20×", "≤ 1.20×", "met"));
    }

    @Test
    void better_ofTwo_isTheBestInEach() {
        Result first = new Result(MOONS, "neurite", "Neurite", 5, 80);
        assertThat(first.better(new Result(MOONS, "neurite", "Neurite", 4, 90)))
                .isEqualTo(new Result(MOONS, "neurite", "Neurite", 4, 80));
        assertThat(new Result(MOONS, "neurite", "Neurite", 5, 0).better(first)).isEqualTo(first);
    }

    @Test
    void everyAsk_isAboutACase() {
        List<String> names = Benchmark.all().stream().map(Benchmark::name).toList();
        assertThat(Ask.all()).allSatisfy(ask -> assertThat(names).anyMatch(name -> ask.isAbout(name, ask.threads())));
    }

    @Test
    void page_ofAComparison_saysWhereAndHow() {
        assertThat(BenchmarkPage.of(moons(), Map.of("processor", "Z80, 1 core"), "neurite bench --threads 1"))
                .contains(
                        "| processor | Z80, 1 core |",
                        "| " + MOONS + " | PyTorch | 50.0× | ≥ 60.0× | missed |",
                        "| " + MOONS + " | Neurite | 4.00 | 5.00 |  | 90.0 |",
                        "- moons, JAX: it printed no time")
                .anyMatch(line -> line.contains("`neurite bench --threads 1`"));
    }
}
