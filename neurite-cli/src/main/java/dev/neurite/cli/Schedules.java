package dev.neurite.cli;

import dev.neurite.optimize.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The schedules by the names that the command line has for them. Numbers of steps count batches.
final class Schedules {
    private Schedules() {}

    /// A schedule such as `cosine` or `step:1000,0.5`.
    ///
    /// @param warmup steps in which the learning rate rises before
    static Schedule named(String text, int warmup) {
        NamedChoice choice = NamedChoice.parse("--schedule", text);
        Schedule chosen = Require.inRange("--schedule", text, () -> choice.among(byName()));
        return warmup == 0 ? chosen : chosen.afterWarmup(Require.notNegative("--warmup", warmup));
    }

    private static Map<String, Function<NamedChoice, Schedule>> byName() {
        Map<String, Function<NamedChoice, Schedule>> all = new LinkedHashMap<>();
        all.put("constant", choice -> bare(choice, Schedule.constant()));
        all.put("step", choice -> {
            choice.withNumbers(1, 2);
            return Schedule.step(choice.whole(0, 1), choice.number(1, 0.1));
        });
        all.put("multi-step", Schedules::multiStep);
        all.put(
                "exponential",
                choice -> Schedule.exponential(choice.withNumbers(1, 1).number(0, 1)));
        all.put("cosine", choice -> Schedule.cosine(choice.withNumbers(0, 1).number(0, 0)));
        all.put("cosine-restarts", choice -> {
            choice.withNumbers(1, 2);
            return Schedule.cosineRestarts(choice.whole(0, 1), choice.small(1, 1));
        });
        all.put("flat-cosine", choice -> bare(choice, Schedule.flatCosine()));
        all.put("log-cosine", choice -> bare(choice, Schedule.logCosine()));
        all.put("one-cycle", choice -> bare(choice, Schedule.oneCycle()));
        all.put("linear", choice -> bare(choice, Schedule.linear()));
        all.put(
                "polynomial",
                choice -> Schedule.polynomial(choice.withNumbers(0, 1).number(0, 1)));
        all.put("inverse-scaling", choice -> bare(choice, Schedule.inverseScaling()));
        all.put("plateau", choice -> bare(choice, Schedule.constant().onPlateau()));
        return all;
    }

    private static Schedule bare(NamedChoice choice, Schedule schedule) {
        choice.withNumbers(0, 0);
        return schedule;
    }

    private static Schedule multiStep(NamedChoice choice) {
        choice.withNumbers(2, Integer.MAX_VALUE);
        long[] milestones = new long[choice.numbers().size() - 1];
        for (int i = 0; i < milestones.length; i++) {
            milestones[i] = choice.whole(i + 1, 0);
        }
        return Schedule.multiStep(choice.number(0, 0.1), milestones);
    }
}
