package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.initialize.Initializer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The contract finds what is wrong with an initializer, and names it.
class InitializerDefectTest {
    private static List<String> checksThatFail(Initializer initializer) {
        return Contract.of(initializer).failures().stream()
                .map(Check.Failure::check)
                .toList();
    }

    @Test
    void sound_initializer_keepsTheContract() {
        Contract.of((seed, index, fanIn, fanOut) -> seed.normal(index) / StrictMath.sqrt(fanIn))
                .verify();
    }

    @Test
    void draw_thatIsNotFinite_isFound() {
        List<Check.Failure> failures =
                Contract.of((seed, index, fanIn, fanOut) -> 1.0 / (fanIn - 1)).failures();
        assertThat(failures)
                .contains(new Check.Failure(
                        "finite", "a draw for 1 inputs and 1 outputs at 0.0 must be finite, got Infinity"));
    }

    @Test
    void draw_tooLargeForAFloat_isFound() {
        assertThat(checksThatFail((seed, index, fanIn, fanOut) -> 1e200)).contains("finite");
    }

    @Test
    void draw_thatDependsOnTheOnesBefore_isFound() {
        AtomicLong calls = new AtomicLong();
        assertThat(checksThatFail((seed, index, fanIn, fanOut) -> seed.normal(calls.incrementAndGet())))
                .contains("order", "repeatable", "network");
    }
}
