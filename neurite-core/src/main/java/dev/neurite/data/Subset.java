package dev.neurite.data;

/// Some rows of another dataset.
final class Subset implements Dataset {
    private final Dataset all;
    private final int[] rows;

    Subset(Dataset all, int[] rows) {
        this.all = all;
        this.rows = rows.clone();
        for (int row : rows) {
            if (row < 0 || row >= all.size()) {
                throw new IllegalArgumentException(
                        "rows of a subset must be from 0 to below " + all.size() + ", got " + row);
            }
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
