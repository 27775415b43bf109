package dev.neurite.table;

import java.util.List;

/// A number becomes `z = clip((x − mean) / std, −limit, limit)` and, if the rows to learn from missed some,
/// an indicator.
///
/// All in float32, in this order. A missing number gives `z = 0`, as the mean would, and indicator 1; any other
/// indicator 0.
///
/// @param column the column it reads
/// @param mean what is subtracted
/// @param std what is divided by, positive
/// @param limit the largest `z` that passes, so that no single cell can drown a row; positive
/// @param indicator whether there is an indicator
public record NumberEncoder(String column, float mean, float std, float limit, boolean indicator) implements Encoder {
    /// The limit that [Preprocessing#fit] takes.
    public static final float LIMIT = 8;

    /// Checks the numbers.
    public NumberEncoder {
        if (!Float.isFinite(mean)) {
            throw new IllegalArgumentException("NumberEncoder.mean must be finite, got " + mean);
        }
        if (!(std > 0 && Float.isFinite(std))) {
            throw new IllegalArgumentException("NumberEncoder.std must be positive and finite, got " + std);
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("NumberEncoder.limit must be positive, got " + limit);
        }
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.NUMBER;
    }

    @Override
    public int width() {
        return indicator ? 2 : 1;
    }

    @Override
    public List<String> inputNames() {
        return indicator ? List.of(column, column + " missing") : List.of(column);
    }

    /// Encodes one number.
    ///
    /// @param x the number; NaN if it is missing
    /// @param to receives [#width()] values
    /// @param offset where the first of them goes
    public void encode(float x, float[] to, int offset) {
        boolean missing = Float.isNaN(x);
        to[offset] = missing ? 0 : Math.min(Math.max((x - mean) / std, -limit), limit);
        if (indicator) {
            to[offset + 1] = missing ? 1 : 0;
        }
    }
}
