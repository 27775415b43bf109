package dev.neurite.train;

import java.util.Optional;

/// What was learned from one chunk of a stream.
///
/// @param chunk      number of the chunk, from 1
/// @param rows       its rows
/// @param steps      steps done since the stream began
/// @param loss       mean loss of its batches, each as it was before its step
/// @param divergence where the training diverged, if it did
public record ChunkRecord(int chunk, int rows, long steps, double loss, Optional<Divergence> divergence) {}
