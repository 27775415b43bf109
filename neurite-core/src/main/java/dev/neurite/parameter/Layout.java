package dev.neurite.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// The ordered list of the parameters of a network, and where each stands in one `float[]`.
///
/// @param slots the parameters in order
public record Layout(List<Slot> slots) {
    /// Copies the list.
    public Layout {
        slots = List.copyOf(slots);
    }

    /// Length of the array that holds all parameters, padding included.
    public int length() {
        return slots.isEmpty() ? 0 : slots.getLast().end();
    }

    /// Number of parameters, padding not counted.
    public int count() {
        return slots.stream().mapToInt(Slot::count).sum();
    }

    /// The parameter called `name`.
    ///
    /// @throws NoSuchElementException if there is none
    public Slot slot(String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no parameter is called " + name));
    }

    /// Puts parameters one behind the other.
    public static final class Builder {
        private final List<Slot> slots = new ArrayList<>();

        /// An empty layout.
        public Builder() {}

        /// Appends a parameter of `rows` × `columns` numbers.
        public Slot add(String name, int rows, int columns, Role role) {
            int offset = slots.isEmpty() ? 0 : slots.getLast().end();
            Slot slot = new Slot(slots.size(), name, rows, columns, offset, role);
            slots.add(slot);
            return slot;
        }

        /// The layout of what was appended.
        public Layout build() {
            return new Layout(slots);
        }
    }
}
