package dev.neurite.kernels;

import java.util.Arrays;

/// Copies blocks of matrices into panels that the register tile reads from front to back.
///
/// A panel holds `width` rows of A, or columns of B, for a range of k: element (p, r) at `p·width + r`. Panels follow
/// each other; what a panel has beyond the block is 0.
final class Packing {
    private Packing() {}

    /// Packs from a matrix whose rows run along the panel's width: `x[firstStep + p][first + r]`.
    static void alongRows(Matrix x, int first, int count, int firstStep, int depth, int width, float[] to) {
        int at = 0;
        for (int start = 0; start < count; start += width) {
            int present = Math.min(width, count - start);
            for (int p = 0; p < depth; p++) {
                int from = x.offset() + (firstStep + p) * x.stride() + first + start;
                System.arraycopy(x.data(), from, to, at, present);
                Arrays.fill(to, at + present, at + width, 0f);
                at += width;
            }
        }
    }

    /// Packs from a matrix whose rows run along k: `x[first + r][firstStep + p]`.
    static void acrossRows(Matrix x, int first, int count, int firstStep, int depth, int width, float[] to) {
        int at = 0;
        for (int start = 0; start < count; start += width) {
            int present = Math.min(width, count - start);
            for (int r = 0; r < present; r++) {
                int from = x.offset() + (first + start + r) * x.stride() + firstStep;
                for (int p = 0; p < depth; p++) {
                    to[at + p * width + r] = x.data()[from + p];
                }
            }
            for (int r = present; r < width; r++) {
                for (int p = 0; p < depth; p++) {
                    to[at + p * width + r] = 0f;
                }
            }
            at += depth * width;
        }
    }
}
