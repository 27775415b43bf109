package dev.neurite.architecture;

import dev.neurite.activation.Activation;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.metric.Metric;
import dev.neurite.network.Layer;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Schedule;
import dev.neurite.train.Lbfgs;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads from the code what tools there are: the factories of each kind of tool, and the layers.
final class Tools {
    /// Kinds whose tools are the factories of the interface, with their headings.
    private static final Map<Class<?>, String> KINDS = kinds();

    private final ProvingTests tests = new ProvingTests();

    private static Map<Class<?>, String> kinds() {
        Map<Class<?>, String> kinds = new LinkedHashMap<>();
        kinds.put(Layer.class, "Layers");
        kinds.put(Activation.class, "Activations");
        kinds.put(Initializer.class, "Initializers");
        kinds.put(Loss.class, "Losses");
        kinds.put(Optimizer.class, "Optimizers");
        kinds.put(Schedule.class, "Schedules");
        kinds.put(GradientTransform.class, "Gradient transforms");
        kinds.put(Average.class, "Averages of parameters");
        kinds.put(Metric.class, "Metrics");
        return kinds;
    }

    static List<Class<?>> allKinds() {
        return List.copyOf(KINDS.keySet());
    }

    /// The tools of each kind, by its heading.
    Map<String, List<Tool>> all() {
        Map<String, List<Tool>> all = new LinkedHashMap<>();
        KINDS.forEach((kind, heading) -> all.put(heading, tools(kind)));
        return all;
    }

    private List<Tool> tools(Class<?> kind) {
        if (kind == Layer.class) {
            return Stream.of(Layer.class.getPermittedSubclasses())
                    .filter(Class::isRecord)
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .map(layer -> tool(kind, factoryOf(layer)))
                    .toList();
        }
        if (kind == Optimizer.class) {
            Stream<Executable> usual = Optimizer.builtIn().stream().map(Tools::factoryOf);
            return Stream.concat(usual, Stream.of(factoryOf(Lbfgs.class)))
                    .map(factory -> tool(kind, factory))
                    .toList();
        }
        return factories(kind).map(factory -> tool(kind, factory)).toList();
    }

    /// The methods of `owner` that make one of it, but those for functions of the user's own and for names.
    private static Stream<Method> factories(Class<?> owner) {
        return Stream.of(owner.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) || method.isDefault())
                .filter(method -> owner.isAssignableFrom(method.getReturnType()))
                .filter(Sample::isPossible)
                .sorted(Comparator.comparing(Method::getName).thenComparingInt(Method::getParameterCount));
    }

    /// How a program makes one of a type: by `standard()`, else `of(…)`, else its constructor.
    private static Executable factoryOf(Class<?> type) {
        return Stream.of("standard", "of")
                .flatMap(name ->
                        factories(type).filter(method -> method.getName().equals(name)))
                .<Executable>map(method -> method)
                .findFirst()
                .orElseGet(() -> type.getConstructors()[0]);
    }

    /// The factory without parameters that gives this optimizer.
    private static Executable factoryOf(Optimizer optimizer) {
        return factories(optimizer.getClass())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> Sample.of(method).first().equals(optimizer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no factory gives " + optimizer));
    }

    private Tool tool(Class<?> kind, Executable factory) {
        Sample sample = Sample.of(factory);
        Class<?> made = sample.first().getClass();
        List<String> parameters = Sample.parameters(factory);
        String ofType = documentation(made).of(made.getSimpleName());
        String ofFactory = documentation(factory.getDeclaringClass()).of(factory.getName() + "(");
        List<String> comments =
                Modifier.isPublic(made.getModifiers()) ? List.of(ofType, ofFactory) : List.of(ofFactory, ofType);
        boolean isOfKind = factory.getDeclaringClass() == kind;
        return new Tool(
                call(factory) + "(" + String.join(", ", parameters) + ")",
                made,
                Documentation.firstSentence(isOfKind ? ofFactory : ofType),
                Documentation.formula(comments),
                Documentation.source(ofType, ofFactory),
                learningRate(sample.first()) + sample.defaults(parameters),
                tests.of(use(kind, factory, made), List.of(made.getSimpleName(), kind.getSimpleName())));
    }

    private static String call(Executable factory) {
        String owner = factory.getDeclaringClass().getSimpleName();
        return factory instanceof Method ? owner + "." + factory.getName() : "new " + owner;
    }

    private static String learningRate(Object tool) {
        return tool instanceof Optimizer optimizer ? "learningRate=" + optimizer.defaultLearningRate() + ", " : "";
    }

    /// How a test uses the tool: by the factory, by its type if that is public, or as one of all.
    private static Pattern use(Class<?> kind, Executable factory, Class<?> made) {
        String name = made.getSimpleName();
        String owner = Modifier.isStatic(factory.getModifiers()) ? "\\b" + kind.getSimpleName() : "";
        String byFactory = factory instanceof Method ? owner + "\\." + factory.getName() + "\\(" : "";
        String byType =
                Modifier.isPublic(made.getModifiers()) ? "\\bnew " + name + "\\(|\\b" + name + "\\.\\w+\\(" : "";
        String asOneOfAll =
                kind.isAssignableFrom(made) && hasBuiltIn(kind) ? "\\b" + kind.getSimpleName() + "[.#]builtIn" : "";
        String byName = kind == Metric.class ? "\\bMetrics\\.namesOf" : "";
        return Pattern.compile(Stream.of(byFactory, byType, asOneOfAll, byName)
                .filter(use -> !use.isEmpty())
                .collect(Collectors.joining("|")));
    }

    private static boolean hasBuiltIn(Class<?> kind) {
        return Arrays.stream(kind.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("builtIn"));
    }

    private static Documentation documentation(Class<?> type) {
        return new Documentation(Sources.ROOT.resolve(
                "neurite-core/src/main/java/" + type.getNestHost().getName().replace('.', '/') + ".java"));
    }
}
