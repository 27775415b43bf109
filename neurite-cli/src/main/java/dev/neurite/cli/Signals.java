package dev.neurite.cli;

import java.lang.reflect.Proxy;

/// Takes signals of the operating system, until the JVM ends.
///
/// `sun.misc.Signal` is the only door to them and belongs to the supported module `jdk.unsupported`; it is reached
/// by reflection because javac warns of its name and cannot be told not to. Where a JVM lacks it, signals end the
/// JVM as always.
final class Signals {
    private Signals() {}

    /// Calls `action` in a thread of its own for each of these signals.
    ///
    /// @param names such as `INT` and `TERM`
    static void take(Runnable action, String... names) {
        for (String name : names) {
            try {
                take(name, action);
            } catch (ReflectiveOperationException e) {
                System.getLogger(Signals.class.getName())
                        .log(System.Logger.Level.DEBUG, "The signal {0} cannot be taken: {1}", name, e);
            }
        }
    }

    private static void take(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object own = Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        action.run();
                    }
                    return null;
                });
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), own);
    }
}
