package dev.neurite.table;

import java.util.Arrays;
import java.util.Optional;

/// Refuses a target of texts that its owner most likely takes for numbers or dates: as labels, each would be a class
/// of its own.
final class TargetTexts {
    private static final int FEW_LABELS = 20;

    private TargetTexts() {}

    /// @param wanted the task that was asked for; a classification takes any text
    static void require(Table table, Column column, Cells numbers, int[] rows, Optional<Task> wanted) {
        if (wanted.isPresent() && wanted.get() == Task.CLASSIFICATION) {
            return;
        }
        int row = numbers.first(rows, Cells.TEXT);
        Optional<MostlyNumbers> mostly = MostlyNumbers.in(table, column, numbers, "number", rows);
        if (row >= 0 && mostly.isPresent() && mostly.get().decimalComma()) {
            throw new DataFormatException(
                    ("%s: %s has a comma, but numbers are read with a decimal point; give --decimal ,"
                                    + " to read a decimal comma, or --task classification to learn labels.")
                            .formatted(table.place(row, column.name()), Quoted.text(column.text(row))));
        }
        if (wanted.isEmpty() && holdsDates(column, rows)) {
            throw new DataFormatException(("%s: the target column %s holds dates, and a date cannot be learned; make it"
                            + " a number, such as days, or give --task classification to learn each date as a label.")
                    .formatted(table.name(), Quoted.text(column.name())));
        }
    }

    private static boolean holdsDates(Column column, int[] rows) {
        Cells dates = Cells.dates(column);
        boolean areDates = dates.first(rows, Cells.TEXT) < 0 || OtherDates.fill(column, dates);
        return areDates
                && Arrays.stream(rows)
                                .mapToObj(column::text)
                                .distinct()
                                .limit(FEW_LABELS + 1L)
                                .count()
                        > FEW_LABELS;
    }
}
