package dev.neurite.bench.peer;

/// The best of one program for one case.
///
/// @param name         of the case
/// @param key          of the program
/// @param program      its name and version
/// @param microseconds of a step, a product, the prediction of a row, or an epoch
/// @param peakBytes    memory of its process at most; 0 where it is not known
public record Result(String name, String key, String program, double microseconds, long peakBytes) {
    /// The better of two, in time and in memory.
    Result better(Result other) {
        long least = peakBytes == 0 ? other.peakBytes : Math.min(peakBytes, other.peakBytes);
        return new Result(name, key, program, Math.min(microseconds, other.microseconds), least);
    }
}
