package dev.neurite.train;

import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;

/// How the numbers of an array are dealt out to the parts of a task: in stretches that start where a vector may.
final class Stretches {
    private Stretches() {}

    /// In how many parts a team should do work on `length` numbers, none on fewer than `smallest`.
    static int parts(int length, int smallest, Team team) {
        return Math.clamp(length / smallest, 1, team.size());
    }

    /// Where the stretch of `part` starts, and the one before it ends.
    static int start(int length, int part, int parts) {
        return (int) ((long) (length / Matrix.ALIGNMENT) * part / parts) * Matrix.ALIGNMENT;
    }
}
