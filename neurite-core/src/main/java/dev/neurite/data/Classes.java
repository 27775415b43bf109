package dev.neurite.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// The names of the classes of a target, declared before any example is seen; the place in the list is the class
/// index. Immutable.
///
/// @param names of the classes, at least two, all different
public record Classes(List<String> names) {
    /// Checks the names.
    public Classes {
        names = List.copyOf(names);
        if (names.size() < 2) {
            throw new IllegalArgumentException("Classes.names must be at least 2, got " + names.size());
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("Classes.names must all be different, got " + String.join(", ", names));
        }
    }

    /// Classes by name.
    public static Classes of(String... names) {
        return new Classes(List.of(names));
    }

    /// Number of classes.
    public int count() {
        return names.size();
    }

    /// Rows of inputs with the names of their classes, as examples with class indices.
    ///
    /// @throws IllegalArgumentException if a class was not declared, or the inputs are not usable
    public Dataset dataset(float[][] inputs, List<String> labels) {
        Map<String, Integer> indices = new HashMap<>();
        for (String name : names) {
            indices.put(name, indices.size());
        }
        int[] classes = new int[labels.size()];
        for (int row = 0; row < classes.length; row++) {
            Integer index = indices.get(labels.get(row));
            if (index == null) {
                throw new IllegalArgumentException("the class of row " + row + " must be one of "
                        + String.join(", ", names) + ", got " + labels.get(row));
            }
            classes[row] = index;
        }
        return Dataset.of(inputs, classes);
    }
}
