package dev.neurite.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// A column of dates, with or without a time of day, from a typed source.
///
/// A cell is the number of microseconds since 1970-01-01T00:00 (UTC for instants, local time for times without a
/// zone); [#MISSING] is a missing cell.
public final class DateColumn implements Column {
    /// The value of a missing cell.
    public static final long MISSING = Long.MIN_VALUE;

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final String name;
    private final long[] micros;
    private final boolean withTime;

    private DateColumn(String name, long[] micros, boolean withTime) {
        this.name = name;
        this.micros = micros;
        this.withTime = withTime;
    }

    /// A column of a copy of these microseconds since 1970.
    ///
    /// @param withTime whether cells are shown with their time of day
    public static DateColumn of(String name, long[] micros, boolean withTime) {
        return new DateColumn(name, micros.clone(), withTime);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return micros.length;
    }

    @Override
    public int code(int row) {
        return row;
    }

    @Override
    public int codes() {
        return micros.length;
    }

    /// Days since 1970-01-01, with the time of day as a fraction; NaN if missing.
    public double days(int row) {
        return micros[row] == MISSING ? Double.NaN : daysOf(micros[row]);
    }

    /// Days of a number of microseconds. Whole days and the fraction are added as doubles, so that a date is exact.
    static double daysOf(long micros) {
        return (double) Math.floorDiv(micros, MICROS_PER_DAY)
                + (double) Math.floorMod(micros, MICROS_PER_DAY) / MICROS_PER_DAY;
    }

    /// ISO 8601: `2026-11-22` or `2026-11-22T09:30:00`.
    @Override
    public String textOf(int code) {
        long value = micros[code];
        if (value == MISSING) {
            return "";
        }
        if (!withTime) {
            return LocalDate.ofEpochDay(Math.floorDiv(value, MICROS_PER_DAY)).toString();
        }
        return Instant.EPOCH
                .plus(value, ChronoUnit.MICROS)
                .atZone(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
    }

    @Override
    public boolean missingCode(int code) {
        return micros[code] == MISSING;
    }

    @Override
    public String toString() {
        return "DateColumn[" + name + ", " + micros.length + " rows]";
    }
}
