package dev.neurite.testkit;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.network.Layer;
import dev.neurite.optimize.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the engine expects of an extension, as tests. One line of a test gives a user's activation, loss, optimizer,
/// initializer or layer all of it, the same that the built-in ones go through:
///
/// ```java
/// Contract.of(new Wave()).verify();
/// ```
///
/// It needs no test framework: a promise that is not kept is an [AssertionError], which names the check, the input, and
/// what was expected and got. All numbers are drawn from fixed seeds; only what threads do to each other may differ
/// from run to run. Code may allocate until the JVM has compiled it; the system property `neurite.testkit.patience`
/// says how many seconds that may take, 20 if absent.
public sealed interface Contract
        permits ActivationContract, LossContract, OptimizerContract, InitializerContract, LayerContract {
    /// What is checked, for messages.
    String subject();

    /// The promises, in the order in which they are checked.
    List<Check> checks();

    /// Runs every check.
    ///
    /// @throws AssertionError if promises were not kept; the message has a line for each
    default void verify() {
        verifyAllBut();
    }

    /// Runs every check but those of the given names: where a promise is broken on purpose, and the price known.
    ///
    /// @throws AssertionError if promises were not kept; the message has a line for each
    /// @throws IllegalArgumentException if there is no check of such a name
    default void verifyAllBut(String... names) {
        List<Check.Failure> failures = failures(names);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.stream()
                    .map(Check.Failure::toString)
                    .collect(Collectors.joining("\n  ", subject() + " breaks its contract\n  ", "")));
        }
    }

    /// Runs every check but those of the given names; the promises that were not kept, none if all is well. Of what
    /// makes every other check fail there is one failure.
    ///
    /// @throws IllegalArgumentException if there is no check of such a name
    default List<Check.Failure> failures(String... but) {
        List<String> skipped = List.of(but);
        List<String> known = checks().stream().map(Check::name).toList();
        for (String name : skipped) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("a check must be one of " + known + ", got " + name);
            }
        }
        List<Check.Failure> failures = new ArrayList<>();
        for (Check check : checks()) {
            if (!skipped.contains(check.name())) {
                check.failure().ifPresent(failures::add);
            }
        }
        return failures;
    }

    /// The contract of an activation, on inputs from −750 to 750.
    static ActivationContract of(Activation activation) {
        return new ActivationContract(activation, -750, 750);
    }

    /// The contract of a loss, with targets that it accepts itself.
    static LossContract of(Loss loss) {
        return new LossContract(loss, List.of());
    }

    /// The contract of an optimizer.
    static OptimizerContract of(Optimizer optimizer) {
        return new OptimizerContract(optimizer);
    }

    /// The contract of an initializer.
    static InitializerContract of(Initializer initializer) {
        return new InitializerContract(initializer);
    }

    /// The contract of a layer, with as many inputs as it accepts of 5, 1, 15, 16, 17 and 1000.
    static LayerContract of(Layer layer) {
        return new LayerContract(layer, List.of(5, 1, 15, 16, 17, 1000));
    }
}
