package dev.neurite.parameter;

/// The sizes of one example at some place in a network.
///
/// @param size number of values of one example, at least 1
public record Shape(int size) {
    /// Checks the size.
    public Shape {
        if (size < 1) {
            throw new IllegalArgumentException("Shape.size must be positive, got " + size);
        }
    }

    /// The shape of examples of `size` values.
    public static Shape of(int size) {
        return new Shape(size);
    }
}
