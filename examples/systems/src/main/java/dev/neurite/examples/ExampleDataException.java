package dev.neurite.examples;

import java.io.Serial;

/// The data of an example is not where it was looked for; the message says what to do.
public final class ExampleDataException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ExampleDataException(String message) {
        super(message);
    }
}
