package dev.neurite.train;

/// The rows of a step.
///
/// @param size         rows of a batch; 0 chooses by the number of rows, see [#size(int)]
/// @param accumulation batches of a step, at least 1
public record Batching(int size, int accumulation) {
    /// Checks the numbers.
    public Batching {
        if (size < 0) {
            throw new IllegalArgumentException("Trainer.batchSize must not be negative, got " + size);
        }
        if (accumulation < 1) {
            throw new IllegalArgumentException("Trainer.accumulation must be positive, got " + accumulation);
        }
    }

    /// One batch a step, its size by the number of rows.
    public static Batching automatic() {
        return new Batching(0, 1);
    }

    /// The rows of a batch for data of `rows` rows: the given size, or else 32 up to 4,000 rows, 64 up to 16,000,
    /// 128 up to 64,000, 256 above, so that small data gets enough steps in an epoch.
    public int size(int rows) {
        if (size > 0) {
            return size;
        }
        return rows <= 4_000 ? 32 : rows <= 16_000 ? 64 : rows <= 64_000 ? 128 : 256;
    }
}
