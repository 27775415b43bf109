package dev.neurite.table;

/// A column of numbers from a typed source; NaN is a missing cell.
public final class NumberColumn implements Column {
    private static final double EXACT_INTEGERS = 0x1p53;

    private final String name;
    private final double[] values;

    private NumberColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /// A column of a copy of these values.
    public static NumberColumn of(String name, double... values) {
        return new NumberColumn(name, values.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public int code(int row) {
        return row;
    }

    @Override
    public int codes() {
        return values.length;
    }

    /// The number in a row; NaN if missing.
    public double value(int row) {
        return values[row];
    }

    /// An integer without a fraction (`3`), else the shortest decimal that reads back as the same double.
    @Override
    public String textOf(int code) {
        double value = values[code];
        if (Double.isNaN(value)) {
            return "";
        }
        boolean integer = value == StrictMath.rint(value) && Math.abs(value) <= EXACT_INTEGERS;
        return integer ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public boolean missingCode(int code) {
        return Double.isNaN(values[code]);
    }

    @Override
    public String toString() {
        return "NumberColumn[" + name + ", " + values.length + " rows]";
    }
}
