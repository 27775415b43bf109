package dev.neurite.onnx;

import dev.neurite.table.Column;
import dev.neurite.table.Table;
import dev.neurite.table.TextColumn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Generated tables for tests.
final class Tables {
    private Tables() {}

    /// A table of computed columns.
    static Table of(TextColumn... columns) {
        return Table.of("generated", List.<Column>copyOf(Arrays.asList(columns)));
    }

    /// A table of these lines, the first of which is the header; no quotes.
    static Table of(String... lines) {
        String[] names = lines[0].split(",", -1);
        TextColumn[] columns = new TextColumn[names.length];
        for (int i = 0; i < names.length; i++) {
            int at = i;
            columns[i] =
                    column(names[i], lines.length - 1, row -> lines[row + 1].split(",", -1)[at]);
        }
        return of(columns);
    }

    /// A column of computed cells.
    static TextColumn column(String name, int rows, IntFunction<Object> cell) {
        return TextColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToObj(row -> String.valueOf(cell.apply(row)))
                        .toList());
    }

    /// Passengers as on the Titanic: numbers and categories mixed, many missing, a column of more than 100
    /// categories, some of which only occur in the last tenth of the rows, and dates on both sides of 1970.
    static Table passengers(int rows, long seed) {
        Random random = new Random(seed);
        int[] sex = random.ints(rows, 0, 2).toArray();
        int[] pclass = random.ints(rows, 1, 4).toArray();
        double[] age = random.doubles(rows, 0, 80).toArray();
        return of(
                column("pclass", rows, row -> pclass[row]),
                column(
                        "survived",
                        rows,
                        row -> sex[row] + age[row] / 80 + random.nextGaussian() / 3 > pclass[row] / 2.0 ? "yes" : "no"),
                column("sex", rows, row -> sex[row] == 0 ? "male" : "female"),
                column("age", rows, row -> random.nextInt(5) == 0 ? "" : (float) age[row]),
                column("fare", rows, row -> random.nextInt(50) == 0 ? "nan" : StrictMath.exp(4 * random.nextDouble())),
                column("home", rows, row -> home(random, row >= rows - rows / 10)),
                column("embarked", rows, row -> List.of("S", "C", "Q ", "").get(random.nextInt(4))),
                column("boarded", rows, row -> random.nextInt(9) == 0 ? "" : day(random)),
                column("born", rows, row -> day(random) + "T%02d:30".formatted(random.nextInt(24))));
    }

    private static String home(Random random, boolean late) {
        if (random.nextInt(10) == 0) {
            return "";
        }
        String place = "Saint-Étienne №" + (int) (180 * random.nextDouble() * random.nextDouble());
        return late && random.nextInt(3) == 0 ? "überall " + random.nextInt(9) : place;
    }

    private static String day(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(-60_000, 60_000)).toString();
    }

    /// Stones as in the diamonds data: a price, numbers and ordered categories, no missing cell.
    static Table stones(int rows, long seed) {
        Random random = new Random(seed);
        double[] carat = random.doubles(rows, 0.2, 4).toArray();
        int[] cut = random.ints(rows, 0, 5).toArray();
        return of(
                column("carat", rows, row -> (float) carat[row]),
                column(
                        "cut",
                        rows,
                        row -> List.of("Fair", "Good", "Very Good", "Premium", "Ideal")
                                .get(cut[row])),
                column("depth", rows, row -> 55 + 10 * random.nextDouble()),
                column("table", rows, row -> 50 + random.nextInt(20)),
                column("price", rows, row ->
                        (int) (1500 * carat[row] * carat[row] * (1 + cut[row] / 10.0) + 300 * random.nextDouble())),
                column("x", rows, row -> StrictMath.cbrt(carat[row]) * 6.4));
    }
}
