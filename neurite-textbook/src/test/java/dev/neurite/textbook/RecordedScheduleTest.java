package dev.neurite.textbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.neurite.optimize.CosineRestarts;
import dev.neurite.optimize.OneCycle;
import dev.neurite.optimize.Plateau;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Warmup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Schedules against `torch-reference.json`, and against `schedule/more-schedules.json`, made by the script beside it.
class RecordedScheduleTest {
    private static final JsonNode TORCH = Reference.read("torch-reference").get("schedules");
    private static final JsonNode MORE = Reference.readFrom("/schedule/more-schedules.json");

    static Stream<Arguments> schedules() {
        double base = TORCH.get("base_lr").doubleValue();
        return Stream.of(
                argumentSet("step", "step_10_0.5", base, Schedule.step(10, 0.5)),
                argumentSet("multi-step", "multistep_5_20_0.1", base, Schedule.multiStep(0.1, 5, 20)),
                argumentSet("exponential", "exponential_0.9", base, Schedule.exponential(0.9)),
                argumentSet("cosine", "cosine_40_min_0.001", base, Schedule.cosine(0.001)),
                argumentSet("restarts", "cosine_warm_restarts_10_2", base, new CosineRestarts(10, 2, 0)),
                argumentSet("one cycle", "one_cycle_max_1.0_40", 1.0, OneCycle.standard()),
                argumentSet("warm-up", "linear_warmup_0.1_10", base, new Warmup(10, 0.1, Schedule.constant())),
                argumentSet("polynomial", "polynomial_40_power_2.5", base, Schedule.polynomial(2.5)),
                argumentSet("inverse scaling", "inverse_scaling_0.5", base, Schedule.inverseScaling()),
                argumentSet("log-cosine", "log_cosine_4", base, Schedule.logCosine()),
                argumentSet("flat cosine", "flat_cosine", base, Schedule.flatCosine()));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void at_40Steps_equalsTheRecordedRates(String name, double base, Schedule schedule) {
        JsonNode torch = TORCH.get("cases").get(name);
        double[] recorded = Reference.vector(torch == null ? MORE.get("cases").get(name) : torch);
        int steps = schedule instanceof OneCycle ? 41 : 40; // the recorded cycle has one step more
        double[] rates = IntStream.range(0, 40)
                .mapToDouble(step -> schedule.at(base, step, steps))
                .toArray();
        assertThat(Errors.largest(rates, recorded, 1)).isLessThan(1e-15);
        assertThat(Errors.largest(rates, recorded, 1e-3)).isLessThan(1e-12);
    }

    @Test
    void cases_ofTorch_areAllHere() {
        List<Object> names = schedules().map(arguments -> arguments.get()[0]).toList();
        assertThat(TORCH.get("cases").propertyNames()).hasSize(7).allMatch(names::contains);
    }

    static Stream<Arguments> plateaus() {
        Plateau half = Plateau.of(Schedule.constant()).withFactor(0.5);
        return Stream.of(
                argumentSet("patience", "factor_0.5_patience_1", half.withPatience(1)),
                argumentSet(
                        "cooldown",
                        "patience_0_cooldown_2_threshold_0.05",
                        new Plateau(Schedule.constant(), 0.1, 0, 0.05, 2, 0)),
                argumentSet("minimum", "minimum_0.02", new Plateau(Schedule.constant(), 0.5, 0, 1e-4, 0, 0.02)));
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void base_lossesSoFar_equalsTheRecordedRates(String name, Plateau plateau) {
        double[] losses = Reference.vector(MORE.get("losses"));
        double base = MORE.get("base_lr").doubleValue();
        double[] rates = IntStream.rangeClosed(0, losses.length)
                .mapToDouble(epochs -> plateau.base(base, Arrays.copyOf(losses, epochs)))
                .toArray();
        double[] recorded = Reference.vector(MORE.get("plateaus").get(name));
        assertThat(Errors.largest(rates, recorded, 0)).isLessThan(1e-12);
        assertThat(recorded[losses.length]).isLessThan(base);
    }
}
