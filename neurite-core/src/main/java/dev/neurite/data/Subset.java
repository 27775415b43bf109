package dev.neurite.data;

import java.util.Objects;

/// Some rows of another dataset.
final class Subset implements Dataset {
    private final Dataset all;
    private final int[] rows;

    Subset(Dataset all, int[] rows) {
        this.all = all;
        this.rows = rows.clone();
        for (int row : rows) {
            Objects.checkIndex(row, all.size());
        }
    }

    @Override
    public int size() {
        return rows.length;
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
        all.copyInputs(rows[row], to, offset);
    }

    @Override
    public void copyTargets(int row, float[] to, int offset) {
        all.copyTargets(rows[row], to, offset);
    }

    @Override
    public float weight(int row) {
        return all.weight(rows[row]);
    }

    @Override
    public boolean weighted() {
        return all.weighted();
    }
}
