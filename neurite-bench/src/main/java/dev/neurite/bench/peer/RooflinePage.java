package dev.neurite.bench.peer;

import dev.neurite.bench.Roofline;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `docs/roofline.md`: each kernel against the arithmetic and the memory of one core.
public final class RooflinePage {
    private RooflinePage() {}

    /// The lines of the page.
    ///
    /// @param machine facts about the machine by their names
    /// @param command what the user called
    public static List<String> of(Roofline roofline, Map<String, String> machine, String command) {
        MarkdownLines page = new MarkdownLines();
        page.text("# Roofline", "");
        page.text(
                "Each kernel against what one core can do at most, written by `" + command + "`:",
                "the peak of multiply-adds that touch no memory, and the bandwidth of memory, measured by the triad",
                "`a = b + s·c` over arrays of 64 MB (12 bytes for each number). A kernel that does f operations for",
                "each byte that it must move cannot do more than min(peak, f · bandwidth), its roof.",
                "");
        page.table(
                List.of("", ""),
                machine.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
        page.text(
                "",
                "- peak: " + number(roofline.peak()) + " GFLOP/s",
                "- bandwidth: " + number(roofline.bandwidth()) + " GB/s",
                "- the two meet at " + number(roofline.peak() / roofline.bandwidth()) + " operations for each byte",
                "",
                "## Products",
                "",
                "The bytes are those of the three matrices, once each. Where all three stay in a cache from one product to",
                "the next, the roof of memory does not bind.",
                "");
        page.table(
                List.of("product", "operations / byte", "GFLOP/s", "roof", "of the roof", "of the peak"),
                roofline.products().stream()
                        .map(product -> List.of(
                                product.name(),
                                number(product.intensity()),
                                number(product.gigaflops()),
                                number(product.roof()),
                                percent(product.gigaflops() / product.roof()),
                                percent(product.gigaflops() / roofline.peak())))
                        .toList());
        page.text(
                "",
                "## Loops",
                "",
                "They pass over arrays once, beyond the caches (64 MB each) and within them (16 kB each). What is well",
                "below the bandwidth of memory is bound by its arithmetic. What is above it writes where it reads: to write",
                "elsewhere, as the triad does, the machine reads that place too, which is not counted.",
                "");
        page.table(
                List.of("loop", "bytes / number", "GB/s, memory", "of the bandwidth", "GB/s, cache"),
                roofline.streams().stream()
                        .map(stream -> List.of(
                                stream.name(),
                                String.valueOf(stream.bytes()),
                                number(stream.memory()),
                                percent(stream.memory() / roofline.bandwidth()),
                                number(stream.cache())))
                        .toList());
        return page.lines();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
