package dev.neurite.testkit;

import java.util.Optional;

/// One promise of a contract.
///
/// @param name what is promised, in a word or two
/// @param body throws an [AssertionError] whose message says what was given, expected and got
public record Check(String name, Runnable body) {
    /// Runs it; what is wrong, empty if nothing is.
    public Optional<Failure> failure() {
        try {
            body.run();
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(new Failure(name, String.valueOf(broken.getMessage())));
        } catch (RuntimeException thrown) {
            return Optional.of(new Failure(name, "must not throw, got " + thrown));
        }
    }

    /// A promise that was not kept.
    ///
    /// @param check    name of the check
    /// @param sentence what was given, expected and got
    public record Failure(String check, String sentence) {
        @Override
        public String toString() {
            return check + ": " + sentence;
        }
    }
}
