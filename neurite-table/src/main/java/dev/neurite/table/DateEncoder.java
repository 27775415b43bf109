package dev.neurite.table;

import java.util.ArrayList;
import java.util.List;

/// A date becomes its days since 1970, encoded as a number, then 12 inputs of which the month's is 1, then 7 of which
/// the weekday's is 1 (Monday first).
///
/// Month and weekday are those of `floor(days)`, where days is already rounded to float32: whole days are exact for
/// 45,000 years, times of day to about three minutes. A missing date gives no month and no weekday.
///
/// @param days how the days since 1970 are encoded
public record DateEncoder(NumberEncoder days) implements Encoder {
    private static final int MONTHS = 12;
    private static final int WEEKDAYS = 7;
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;
    private static final List<String> WEEKDAY_NAMES =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    @Override
    public String column() {
        return days.column();
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.DATE;
    }

    @Override
    public int width() {
        return days.width() + MONTHS + WEEKDAYS;
    }

    @Override
    public List<String> inputNames() {
        List<String> names = new ArrayList<>(days.inputNames());
        for (int month = 1; month <= MONTHS; month++) {
            names.add(column() + " month " + month);
        }
        WEEKDAY_NAMES.forEach(weekday -> names.add(column() + " " + weekday));
        return names;
    }

    /// Encodes one date.
    ///
    /// @param x its days since 1970; NaN if it is missing
    /// @param to receives [#width()] values
    /// @param offset where the first of them goes
    public void encode(float x, float[] to, int offset) {
        days.encode(x, to, offset);
        int months = offset + days.width();
        for (int i = months; i < months + MONTHS + WEEKDAYS; i++) {
            to[i] = 0;
        }
        if (!Float.isNaN(x)) {
            int day = (int) StrictMath.floor(x);
            to[months + month(day) - 1] = 1;
            to[months + MONTHS + weekday(day)] = 1;
        }
    }

    /// The month, from 1, of a day counted from 1970-01-01.
    ///
    /// Years are counted from March, so that the leap day comes last; months then begin every 153 days in five (H.
    /// Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`). The calendar repeats every 400
    /// years, which keeps every number positive.
    static int month(int day) {
        int era = Math.floorMod(day + DAYS_FROM_MARCH_OF_YEAR_0, DAYS_IN_400_YEARS);
        int year = (era - era / 1460 + era / 36_524 - era / 146_096) / 365;
        int dayOfYear = era - (365 * year + year / 4 - year / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        return monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    }

    /// The weekday, Monday 0 to Sunday 6, of a day counted from 1970-01-01, which was a Thursday.
    static int weekday(int day) {
        return Math.floorMod(day + 3, WEEKDAYS);
    }
}
