package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Neurite beside other programs that do the same work: times, ratios, and what was asked.
///
/// @param benchmarks the cases, in order
/// @param threads    threads of each program
/// @param results    one for each case and program
/// @param failures   what was not measured, and why
public record Comparison(List<Benchmark> benchmarks, int threads, List<Result> results, List<String> failures) {
    private static final int DIGITS = 3;

    /// Copies the lists.
    public Comparison {
        benchmarks = List.copyOf(benchmarks);
        results = List.copyOf(results);
        failures = List.copyOf(failures);
    }

    /// One row for each case and program: case, program, microseconds, GFLOP/s, times the time of Neurite, most
    /// megabytes of its process.
    public List<List<String>> rows() {
        return results.stream()
                .map(result -> List.of(
                        result.name(),
                        result.program(),
                        number(result.microseconds()),
                        number(operations(result.name()) / result.microseconds() * 1e-3),
                        ratio(result),
                        result.peakBytes() == 0 ? "" : number(result.peakBytes() * 1e-6)))
                .toList();
    }

    private double operations(String name) {
        return benchmarks.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .operations();
    }

    private String ratio(Result result) {
        OptionalDouble own = best(result.name(), List.of(Own.NEURITE), Ask.Quantity.TIME);
        return result.key().equals(Own.NEURITE) || own.isEmpty()
                ? ""
                : number(result.microseconds() / own.getAsDouble()) + "×";
    }

    /// One row for each case and ask of which both sides were measured: case, against whom, ratio, ask, and
    /// whether it is met.
    public List<List<String>> asks() {
        return benchmarks.stream()
                .map(Benchmark::name)
                .flatMap(name -> Ask.all().stream()
                        .filter(ask -> ask.isAbout(name, threads))
                        .flatMap(ask -> row(name, ask).stream()))
                .toList();
    }

    private Optional<List<String>> row(String name, Ask ask) {
        OptionalDouble own = best(name, List.of(Own.NEURITE), ask.quantity());
        OptionalDouble theirs = best(name, ask.peers(), ask.quantity());
        if (own.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        double ratio = ask.ratio(own.getAsDouble(), theirs.getAsDouble());
        return Optional.of(List.of(
                name,
                ask.against(),
                number(ratio) + "×",
                ask.sign() + " " + number(ask.bound()) + "×",
                ask.isMet(ratio) ? "met" : "missed"));
    }

    private OptionalDouble best(String name, List<String> keys, Ask.Quantity quantity) {
        return results.stream()
                .filter(result -> result.name().equals(name) && keys.contains(result.key()))
                .mapToDouble(quantity::of)
                .filter(value -> value > 0)
                .min();
    }

    /// Three significant digits, with a mark between thousands.
    private static String number(double value) {
        int digits = DIGITS - 1;
        for (double power = 10; power <= value && digits > 0; power *= 10) {
            digits--;
        }
        return String.format(Locale.ROOT, "%,." + (value < 1 ? DIGITS : digits) + "f", value);
    }
}
