package dev.neurite.onnx;

import dev.neurite.table.DateEncoder;
import java.util.List;

/// The operations of [DateEncoder], with the calendar in integers.
///
/// `Mod` of integers takes the sign of the divisor, as `Math.floorMod` does, and everything that is divided here
/// is positive.
final class DateGraph {
    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;
    private static final int MONTHS = 12;
    private static final int WEEKDAYS = 7;

    private final GraphBuilder graph;
    private final String prefix;

    private DateGraph(GraphBuilder graph, String prefix) {
        this.graph = graph;
        this.prefix = prefix;
    }

    /// The inputs of the network for a column.
    ///
    /// @param x the raw days since 1970, (rows, 1)
    static String add(GraphBuilder graph, String prefix, DateEncoder encoder, String x) {
        return new DateGraph(graph, prefix).encode(encoder, x);
    }

    private String encode(DateEncoder encoder, String x) {
        NumberGraph numbers = new NumberGraph(graph, prefix, List.of(encoder.days()));
        String missing = numbers.missing(x);
        String days = numbers.encode(x, missing);
        String present = node("Where", "present", missing, graph.scalar(0f), x);
        String floor = node("Floor", "floor", present);
        String day = graph.node("Cast", prefix + ".day", List.of(floor), Attributes.TO_LONG);
        String month = oneHot("month", missing, month(day), MONTHS);
        String weekday = oneHot("weekday", missing, weekday(day), WEEKDAYS);
        return graph.node("Concat", prefix + ".inputs", List.of(days, month, weekday), Attributes.ALONG_COLUMNS);
    }

    private String oneHot(String name, String missing, String index, int width) {
        String none = graph.scalar(prefix + "." + name + ".none", -1);
        String present = node("Where", name + ".index", missing, none, index);
        return CategoryGraph.oneHot(graph, prefix + "." + name, present, width);
    }

    private String weekday(String day) {
        return arithmetic("Mod", "weekday", arithmetic("Add", "fromMonday", day, 3), WEEKDAYS);
    }

    /// The month, January 0; see `DateEncoder.month`.
    private String month(String day) {
        String shifted = arithmetic("Add", "fromMarch", day, DAYS_FROM_MARCH_OF_YEAR_0);
        String era = arithmetic("Mod", "era", shifted, DAYS_IN_400_YEARS);
        String dayOfYear = dayOfYear(era);
        String fifths = arithmetic("Add", "fifths", arithmetic("Mul", "fiveDays", dayOfYear, 5), 2);
        String fromMarch = arithmetic("Div", "monthFromMarch", fifths, 153);
        return arithmetic("Mod", "month", arithmetic("Add", "monthFromJanuary", fromMarch, 2), MONTHS);
    }

    private String dayOfYear(String era) {
        String noFourth = node("Sub", "noFourth", era, arithmetic("Div", "fourths", era, 1460));
        String century = node("Add", "century", noFourth, arithmetic("Div", "centuries", era, 36_524));
        String noLast = node("Sub", "noLast", century, arithmetic("Div", "lasts", era, 146_096));
        String year = arithmetic("Div", "year", noLast, 365);
        String days = arithmetic("Mul", "days", year, 365);
        String leaps = node("Add", "leaps", days, arithmetic("Div", "leapYears", year, 4));
        String before = node("Sub", "before", leaps, arithmetic("Div", "commonCenturies", year, 100));
        return node("Sub", "dayOfYear", era, before);
    }

    private String arithmetic(String operator, String name, String left, long right) {
        return node(operator, name, left, graph.scalar(prefix + "." + name + ".by", right));
    }

    private String node(String operator, String name, String... inputs) {
        return graph.node(operator, prefix + "." + name, List.of(inputs));
    }
}
