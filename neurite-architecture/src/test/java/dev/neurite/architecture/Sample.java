package dev.neurite.architecture;

import dev.neurite.activation.Activation;
import dev.neurite.metric.Averaging;
import dev.neurite.network.Dense;
import dev.neurite.network.Layer;
import dev.neurite.optimize.Schedule;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a factory makes of two sets of arguments: what both results have in common is its defaults.
record Sample(Object first, Object second) {
    private static final Map<Class<?>, List<?>> ARGUMENTS = Map.ofEntries(
            Map.entry(int.class, List.of(2, 3)),
            Map.entry(long.class, List.of(4L, 6L)),
            Map.entry(double.class, List.of(0.25, 0.5)),
            Map.entry(double[].class, List.of(new double[] {0.25}, new double[] {0.5, 0.75})),
            Map.entry(long[].class, List.of(new long[] {4}, new long[] {6, 8})),
            Map.entry(Activation.class, List.of(Activation.relu(), Activation.tanh())),
            Map.entry(Averaging.class, List.of(Averaging.macro(), Averaging.micro())),
            Map.entry(Layer[].class, List.of(new Layer[] {Dense.linear(2)}, new Layer[] {Dense.linear(3)})),
            Map.entry(Schedule.class, List.of(Schedule.constant(), Schedule.cosine())));

    /// Calls a factory or a constructor; a factory that is no static method is one of schedules.
    static Sample of(Executable factory) {
        return new Sample(made(factory, 0), made(factory, 1));
    }

    private static Object made(Executable factory, int which) {
        Object[] arguments = Stream.of(factory.getParameterTypes())
                .map(type -> argument(type, which))
                .toArray();
        try {
            if (factory instanceof Constructor<?> constructor) {
                return constructor.newInstance(arguments);
            }
            Object owner = Modifier.isStatic(factory.getModifiers()) ? null : argument(Schedule.class, which);
            return ((Method) factory).invoke(owner, arguments);
        } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
            throw new LinkageError("cannot call " + factory, e);
        }
    }

    private static Object argument(Class<?> type, int which) {
        List<?> arguments = ARGUMENTS.get(type);
        if (arguments == null) {
            throw new AssertionError("no sample of " + type);
        }
        return arguments.get(which);
    }

    /// Whether the sealed and functional types that a factory takes are known here.
    static boolean isPossible(Executable factory) {
        return Arrays.stream(factory.getParameterTypes()).allMatch(ARGUMENTS::containsKey);
    }

    /// The defaults in words; `given` are the parameters of the factory.
    String defaults(List<String> given) {
        List<String> constants = new ArrayList<>(components(first));
        constants.retainAll(components(second));
        if (!constants.isEmpty()) {
            return String.join(", ", constants);
        }
        return given.isEmpty() ? "none" : given.stream().collect(Collectors.joining("`, `", "given: `", "`"));
    }

    static List<String> parameters(Executable factory) {
        return Arrays.stream(factory.getParameters()).map(Parameter::getName).toList();
    }

    /// What a record prints between its brackets, component by component.
    private static List<String> components(Object made) {
        String text = made.toString();
        List<String> components = new ArrayList<>();
        int depth = 0;
        int start = text.indexOf('[') + 1;
        for (int i = start; start > 0 && i < text.length(); i++) {
            char character = text.charAt(i);
            boolean ends = depth == 0 && (character == ',' || character == ']');
            if (ends && i > start) {
                components.add(text.substring(start, i).strip());
                start = i + 1;
            }
            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
        }
        return components;
    }
}
