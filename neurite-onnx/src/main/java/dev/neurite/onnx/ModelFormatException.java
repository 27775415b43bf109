package dev.neurite.onnx;

import java.io.Serial;

/// A file that is no model, or none that can be loaded here.
///
/// The message is one sentence that names the file and says what is wrong with it.
public final class ModelFormatException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param message the sentence to show
    public ModelFormatException(String message) {
        super(message);
    }

    /// @param message the sentence to show
    /// @param cause what was thrown below
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
