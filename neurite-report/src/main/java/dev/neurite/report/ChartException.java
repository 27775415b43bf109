package dev.neurite.report;

import java.io.Serial;

/// This machine cannot draw; the message says what it lacks.
public final class ChartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
