package dev.neurite.table;

import java.io.Serial;

/// A file or table that cannot be used as it is.
///
/// The message is one sentence for the person who owns the data: it names the file, the line or row, the column
/// and the value, and says what would be right.
public final class DataFormatException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param message the sentence to show
    public DataFormatException(String message) {
        super(message);
    }

    /// @param message the sentence to show
    /// @param cause what was thrown below
    public DataFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
