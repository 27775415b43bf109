package dev.neurite.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number as the user typed it, so that a message can say it back: `1e400` is no `Infinity`.
///
/// @param text what was typed
/// @param value the nearest number
record Real(String text, double value) {
    /// Reads an option; what is no number is refused by picocli's own message.
    static final class Converter implements ITypeConverter<Real> {
        @Override
        public Real convert(String text) {
            try {
                return new Real(text, Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number");
            }
        }
    }
}
