package dev.neurite.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes: results to one stream, everything else to another. Text is UTF-8, whatever the locale, like
/// the files that the commands read.
final class Console {
    private final OutputStream results;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private volatile boolean drawn;
    private volatile boolean silent;

    /// @param results standard output
    /// @param messages standard error
    /// @param terminal whether `messages` is a terminal, where a line can be drawn again
    Console(OutputStream results, OutputStream messages, boolean terminal) {
        this.results = results;
        this.out = new PrintStream(results, true, StandardCharsets.UTF_8);
        this.err = new PrintStream(messages, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /// Prints a line of a result.
    void print(String line) {
        if (!silent) {
            out.println(printable(line));
        }
    }

    /// Prints lines of a result.
    void print(Iterable<String> lines) {
        lines.forEach(this::print);
    }

    /// Says something beside the result.
    void say(String line) {
        if (!silent) {
            err.println((drawn ? System.lineSeparator() : "") + printable(line));
            drawn = false;
        }
    }

    /// Says something and nothing more, whatever other threads still do before the JVM has ended.
    void sayLast(String line) {
        say(line);
        silent = true;
    }

    /// Draws the line of the cursor on a terminal anew; an empty one leaves it as it is and the cursor at
    /// its start.
    void draw(String line) {
        if (!silent) {
            err.print("\r" + printable(line));
            err.flush();
            drawn = !line.isEmpty();
        }
    }

    /// Whether [#draw] works.
    boolean isTerminal() {
        return terminal;
    }

    /// Standard output, for tables written as they are.
    OutputStream results() {
        return results;
    }

    void trace(Throwable thrown) {
        thrown.printStackTrace(err);
    }

    /// Control characters in a file could command the terminal; none of them is shown.
    private static String printable(String line) {
        return line.codePoints()
                .map(each -> each == '\n' ? ' ' : Character.isISOControl(each) ? 0xFFFD : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
