package dev.neurite.cli;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes signals of the operating system for as long as it is open.
///
/// `sun.misc.Signal` is the only door to them and belongs to the supported module `jdk.unsupported`; it is reached by
/// reflection because javac warns of its name and cannot be told not to. Where a JVM lacks it, signals end the JVM as
/// always.
final class Signals implements AutoCloseable {
    private record Taken(Object signal, Object before) {}

    private final List<Taken> taken = new ArrayList<>();

    /// Calls `action` in a thread of its own for each of these signals.
    ///
    /// @param names such as `INT` and `TERM`
    Signals(Runnable action, String... names) {
        for (String name : names) {
            take(name, action);
        }
    }

    private void take(String name, Runnable action) {
        try {
            Object signal = Class.forName("sun.misc.Signal")
                    .getConstructor(String.class)
                    .newInstance(name);
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object own = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Object before = handle(signal, own);
            if (before != null) {
                taken.add(new Taken(signal, before));
            }
        } catch (ReflectiveOperationException e) {
            System.getLogger(Signals.class.getName())
                    .log(System.Logger.Level.DEBUG, "The signal {0} cannot be taken: {1}", name, e);
        }
    }

    private static @Nullable Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        return signal.getClass()
                .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal, handler);
    }

    /// Gives the signals back to those who had them before.
    @Override
    public void close() {
        for (Taken each : taken) {
            try {
                handle(each.signal(), each.before());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a signal could be taken but not given back", e);
            }
        }
    }
}
