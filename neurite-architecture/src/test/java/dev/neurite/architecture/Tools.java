package dev.neurite.architecture;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.network.Layer;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from the code what tools there are: the factories of each kind of tool, and the layers.
final class Tools {
    private static final Pattern REFERENCE = Pattern.compile("Reference|Scikit|Torch|GradientCheck|Contract");
    private static final Map<Class<?>, String> KINDS = kinds();

    private final Map<Path, String> tests = new TreeMap<>();

    Tools() {
        for (Path file : Sources.files("src/test/java", "Test.java")) {
            tests.put(file, String.join("\n", Sources.lines(file)));
        }
    }

    private static Map<Class<?>, String> kinds() {
        Map<Class<?>, String> kinds = new LinkedHashMap<>();
        kinds.put(Layer.class, "Layers");
        kinds.put(Activation.class, "Activations");
        kinds.put(Initializer.class, "Initializers");
        kinds.put(Loss.class, "Losses");
        kinds.put(Optimizer.class, "Optimizers");
        kinds.put(Schedule.class, "Schedules");
        kinds.put(GradientTransform.class, "Gradient transforms");
        kinds.put(Metric.class, "Metrics");
        return kinds;
    }

    /// The tools of each kind, by its heading.
    Map<String, List<Tool>> all() {
        Map<String, List<Tool>> all = new LinkedHashMap<>();
        KINDS.forEach((kind, heading) -> all.put(heading, tools(kind)));
        return all;
    }

    private List<Tool> tools(Class<?> kind) {
        if (kind == Layer.class) {
            return Arrays.stream(Layer.class.getPermittedSubclasses())
                    .filter(Class::isRecord)
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .map(layer -> type(layer, ""))
                    .toList();
        }
        if (kind == Optimizer.class) {
            return Optimizer.builtIn().stream()
                    .map(optimizer -> type(optimizer.getClass(), constants(optimizer)))
                    .toList();
        }
        return factories(kind);
    }

    /// A tool that is a public type.
    private Tool type(Class<?> type, String defaults) {
        String name = type.getSimpleName();
        List<String> tests = testsOf("new " + name + "(", name + ".of(", name + ".standard()", name + ".plain()");
        return tool(name, documentation(type).of(name), defaults, tests);
    }

    private List<Tool> factories(Class<?> kind) {
        return Stream.of(kind.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method ->
                        method.getReturnType() == kind && !method.getName().equals("named"))
                .sorted(Comparator.comparing(Method::getName).thenComparingInt(Method::getParameterCount))
                .map(method -> factory(kind, method))
                .toList();
    }

    private Tool factory(Class<?> kind, Method method) {
        Documentation ofKind = documentation(kind);
        String made = ofKind.madeBy(method.getName() + "(");
        String comment = ofKind.of(method.getName() + "(") + "\n\n" + ofMade(kind, made);
        String call = kind.getSimpleName() + "." + method.getName();
        return tool(
                call + "(" + parameters(method) + ")",
                comment.strip(),
                defaults(method),
                testsOf(call + "(", "new " + made + "(", made + ".", kind.getSimpleName() + "s.namesOf"));
    }

    private static String ofMade(Class<?> kind, String made) {
        Path file = source(kind).resolveSibling(made + ".java");
        return Files.exists(file)
                ? new Documentation(file).of(made)
                : documentation(kind).of(made);
    }

    private static Tool tool(String name, String comment, String defaults, List<String> tests) {
        return new Tool(
                name,
                Documentation.firstSentence(comment),
                Documentation.formula(comment),
                Documentation.source(comment),
                defaults,
                tests);
    }

    private static String parameters(Method method) {
        List<String> names = new ArrayList<>();
        Arrays.stream(method.getParameters()).forEach(parameter -> names.add(parameter.getName()));
        return String.join(", ", names);
    }

    /// The constants of the record that a factory without parameters makes.
    private static String defaults(Method method) {
        if (method.getParameterCount() > 0) {
            return "";
        }
        try {
            return constants(method.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot call " + method, e);
        }
    }

    /// What a record prints between its brackets.
    private static String constants(Object tool) {
        String text = tool.toString();
        int open = text.indexOf('[');
        return open < 0 ? "" : text.substring(open + 1, text.length() - 1);
    }

    private List<String> testsOf(String... uses) {
        return tests.entrySet().stream()
                .filter(test ->
                        Arrays.stream(uses).anyMatch(use -> test.getValue().contains(use)))
                .map(test -> test.getKey().getFileName().toString().replace(".java", ""))
                .distinct()
                .sorted(Comparator.comparing(name -> !REFERENCE.matcher(name).find()))
                .limit(3)
                .toList();
    }

    private static Documentation documentation(Class<?> type) {
        return new Documentation(source(type));
    }

    private static Path source(Class<?> type) {
        Class<?> top = type.getNestHost();
        return Sources.ROOT.resolve(
                "neurite-core/src/main/java/" + top.getName().replace('.', '/') + ".java");
    }
}
