package dev.neurite.cli;

import dev.neurite.optimize.Schedule;
import dev.neurite.table.TableTrainer;
import dev.neurite.train.Trainer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What `train` does where no option says otherwise: what a [TableTrainer] does. Nothing is decided here.
///
/// picocli shows these texts in the help and parses them like those of a user.
final class Defaults implements IDefaultValueProvider {
    private static final TableTrainer USUAL = TableTrainer.forTarget("");

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? of(option.longestName()) : null;
    }

    private static @Nullable String of(String option) {
        Trainer trainer = USUAL.usual();
        return switch (option) {
            case "--test" -> Numbers.plain(USUAL.test().fractionDrawn());
            case "--validation" -> Numbers.plain(USUAL.validation().fractionDrawn());
            case "--seed" -> String.valueOf(trainer.seed().value());
            case "--hidden" ->
                USUAL.hidden().units().stream().map(String::valueOf).collect(Collectors.joining(","));
            case "--activation" -> USUAL.hidden().activation().name();
            case "--dropout" -> Numbers.plain(USUAL.hidden().dropout());
            case "--optimizer" -> trainer.optimizer().name();
            case "--schedule" -> trainer.schedule() instanceof Schedule.Cosine ? "cosine" : "constant";
            case "--epochs" -> String.valueOf(trainer.epochs());
            case "--patience" -> String.valueOf(trainer.earlyStopping().patience());
            default -> null;
        };
    }
}
