package dev.neurite.data;

import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;

/// Splits for cross-validation: each row is held out in exactly one of them.
public final class Folds {
    private Folds() {}

    /// `count` splits of `size` rows, at random; the held-out parts differ by one row at most.
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    public static List<Split> random(int size, int count, Seed seed) {
        return stratified(new int[size], count, seed);
    }

    /// [#random], the held-out parts also differing by one row at most in each class.
    ///
    /// The rows of each class, in random order, are dealt out to the folds in turn, the next class going on where
    /// the last one ended.
    ///
    /// @param classes class index of each row, from 0
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    public static List<Split> stratified(int[] classes, int count, Seed seed) {
        if (count < 2 || count > classes.length) {
            throw new IllegalArgumentException(
                    "folds must be from 2 to " + classes.length + ", the number of rows, got " + count);
        }
        int[] foldOf = new int[classes.length];
        int[][] members = Split.membersByClass(classes);
        int dealt = 0;
        for (int k = 0; k < members.length; k++) {
            for (int i : seed.split("class", k).permutation(members[k].length)) {
                foldOf[members[k][i]] = dealt++ % count;
            }
        }
        List<Split> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            folds.add(split(foldOf, fold));
        }
        return folds;
    }

    private static Split split(int[] foldOf, int fold) {
        boolean[] out = new boolean[foldOf.length];
        for (int row = 0; row < out.length; row++) {
            out[row] = foldOf[row] == fold;
        }
        return new Split(Split.rows(out, false), Split.rows(out, true));
    }

    /// [#stratified] where the targets are classes, [#random] otherwise: targets are taken for classes where each
    /// is one whole number from 0 to below `classes`.
    ///
    /// @param classes outputs of the network, or 2 for one output
    /// @throws IllegalArgumentException if there are fewer than 2 folds or more than rows
    public static List<Split> of(Dataset data, int classes, int count, Seed seed) {
        return stratified(Split.strata(data, classes), count, seed);
    }
}
