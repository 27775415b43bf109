package dev.neurite.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A text becomes a one-hot vector: one input for each level, 1 where the text is that level, else 0.
///
/// Behind the levels come, where there are such, one input for every other text and one for a missing cell. Without
/// them such a cell gives zeros.
///
/// @param column the column it reads
/// @param levels the texts with an input of their own, in order; none twice
/// @param pooled whether there is an input for every other text
/// @param missing whether there is an input for a missing cell
public record CategoryEncoder(String column, List<String> levels, boolean pooled, boolean missing) implements Encoder {
    /// The most levels that [Preprocessing#fit] keeps apart, the pooled one included.
    public static final int MOST_LEVELS = 100;

    /// Copies the list.
    public CategoryEncoder {
        levels = List.copyOf(levels);
        if (levels.stream().distinct().count() < levels.size()) {
            throw new IllegalArgumentException("CategoryEncoder.levels must not hold a text twice, got " + levels);
        }
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.CATEGORY;
    }

    @Override
    public int width() {
        return levels.size() + (pooled ? 1 : 0) + (missing ? 1 : 0);
    }

    @Override
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        levels.forEach(level -> names.add(column + " = " + level));
        if (pooled) {
            names.add(column + " other");
        }
        if (missing) {
            names.add(column + " missing");
        }
        return names;
    }

    /// Which input is 1 for each level; for other texts see [#otherInput()] and [#missingInput()].
    Map<String, Integer> inputByLevel() {
        Map<String, Integer> inputs = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            inputs.put(levels.get(i), i);
        }
        return inputs;
    }

    /// The input of a text that is no level; -1 if there is none.
    public int otherInput() {
        return pooled ? levels.size() : -1;
    }

    /// The input of a missing cell; -1 if there is none.
    public int missingInput() {
        return missing ? width() - 1 : -1;
    }
}
