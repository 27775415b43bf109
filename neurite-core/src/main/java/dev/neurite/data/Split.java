package dev.neurite.data;

import dev.neurite.random.Seed;
import java.util.Arrays;

/// Rows drawn apart: those to learn from and those held out, both in ascending order.
///
/// The arrays belong to the split; callers must not modify them.
public final class Split {
    private final int[] train;
    private final int[] heldOut;

    Split(int[] train, int[] heldOut) {
        this.train = train;
        this.heldOut = heldOut;
    }

    /// Rows to learn from.
    public int[] train() {
        return train;
    }

    /// Rows held out.
    public int[] heldOut() {
        return heldOut;
    }

    /// Holds out `fraction` of `size` rows, at random; at least one row stays to learn from.
    ///
    /// @throws IllegalArgumentException if `fraction` is not in [0, 1)
    public static Split random(int size, double fraction, Seed seed) {
        return stratified(new int[size], fraction, seed);
    }

    /// Holds out `fraction` of the rows of each class, at random, so that both parts have the classes in the same
    /// shares up to one row; of each class at least one row stays to learn from.
    ///
    /// @param classes class index of each row, from 0
    /// @throws IllegalArgumentException if `fraction` is not in [0, 1)
    public static Split stratified(int[] classes, double fraction, Seed seed) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("held-out fraction must be in [0, 1), got " + fraction);
        }
        boolean[] out = new boolean[classes.length];
        int[][] members = membersByClass(classes);
        int seen = 0;
        int taken = 0;
        for (int k = 0; k < members.length; k++) {
            seen += members[k].length;
            int quota = (int) Math.min(Math.round(fraction * seen) - taken, members[k].length - 1L);
            int[] order = seed.split("class", k).permutation(members[k].length);
            for (int i = 0; i < quota; i++) {
                out[members[k][order[i]]] = true;
            }
            taken += Math.max(0, quota);
        }
        return new Split(rows(out, false), rows(out, true));
    }

    /// [#stratified] where the targets are classes, [#random] otherwise: targets are taken for classes where each
    /// is one whole number from 0 to below `classes`.
    ///
    /// @param classes outputs of the network, or 2 for one output
    /// @throws IllegalArgumentException if `fraction` is not in [0, 1)
    public static Split of(Dataset data, int classes, double fraction, Seed seed) {
        return stratified(strata(data, classes), fraction, seed);
    }

    /// The classes of the rows if the targets are classes, else all zero.
    static int[] strata(Dataset data, int classes) {
        int[] strata = new int[data.size()];
        float[] target = new float[data.targets()];
        for (int row = 0; row < strata.length; row++) {
            data.copyTargets(row, target, 0);
            strata[row] = (int) target[0];
            if (target.length != 1 || target[0] != strata[row] || strata[row] < 0 || strata[row] >= classes) {
                return new int[data.size()];
            }
        }
        return strata;
    }

    /// The rows of each class, in ascending order.
    static int[][] membersByClass(int[] classes) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int k : classes) {
            sizes[k]++;
        }
        int[][] members = new int[count][];
        Arrays.setAll(members, k -> new int[sizes[k]]);
        int[] filled = new int[count];
        for (int row = 0; row < classes.length; row++) {
            int k = classes[row];
            members[k][filled[k]++] = row;
        }
        return members;
    }

    /// The rows that are, or are not, `out`.
    static int[] rows(boolean[] out, boolean wanted) {
        int[] rows = new int[out.length];
        int count = 0;
        for (int row = 0; row < out.length; row++) {
            if (out[row] == wanted) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
