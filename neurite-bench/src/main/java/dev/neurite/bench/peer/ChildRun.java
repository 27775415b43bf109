package dev.neurite.bench.peer;

import dev.neurite.bench.Benchmark;
import dev.neurite.bench.PeakTime;
import java.util.List;

/// Measures one case in a JVM of its own, whose compiler has seen nothing else, and prints its time in the form of all
/// peers: key, case, microseconds, divided by tabs.
public final class ChildRun {
    private ChildRun() {}

    /// Measures; arguments: `neurite` or `peak`, the case, threads, seconds.
    public static void main(String[] arguments) throws InterruptedException {
        String key = arguments[0];
        String name = arguments[1];
        int threads = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        Benchmark benchmark = Benchmark.startingWith(List.of(name)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        double microseconds = key.equals(Own.PEAK)
                ? PeakTime.microseconds(benchmark, seconds)
                : benchmark.measure(threads, seconds).microseconds();
        System.out.println(key + "\t" + name + "\t" + microseconds);
    }
}
