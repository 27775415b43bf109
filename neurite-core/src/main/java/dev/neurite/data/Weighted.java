package dev.neurite.data;

/// Another dataset with weights of its own.
final class Weighted implements Dataset {
    private final Dataset all;
    private final float[] weights;

    Weighted(Dataset all, float[] weights) {
        if (weights.length != all.size()) {
            throw new IllegalArgumentException(
                    "weights must be one for each of " + all.size() + " rows, got " + weights.length);
        }
        this.all = all;
        this.weights = weights.clone();
        requireUsable(weights);
    }

    private static void requireUsable(float[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0 && Float.isFinite(weights[row]))) {
                throw new IllegalArgumentException(
                        "weight of row " + row + " must be finite and not negative, got " + weights[row]);
            }
            sum += weights[row];
        }
        if (sum == 0) {
            throw new IllegalArgumentException("weights must not all be 0");
        }
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public int inputs() {
        return all.inputs();
    }

    @Override
    public int targets() {
        return all.targets();
    }

    @Override
    public void copyInputs(int row, float[] to, int offset) {
        all.copyInputs(row, to, offset);
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        all.copyTargets(row, to, offset);
    }

    @Override
    public float weight(int row) {
        return weights[row];
    }

    @Override
    public boolean weighted() {
        return true;
    }
}
