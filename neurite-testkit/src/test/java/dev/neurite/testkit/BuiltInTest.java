package dev.neurite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.initialize.Initializer;
import dev.neurite.loss.Loss;
import dev.neurite.loss.MeanSquaredError;
import dev.neurite.loss.SigmoidCrossEntropy;
import dev.neurite.loss.SoftTargetCrossEntropy;
import dev.neurite.loss.SoftmaxCrossEntropy;
import dev.neurite.loss.SoftmaxFocal;
import dev.neurite.network.ActivationLayer;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.Layer;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Prelu;
import dev.neurite.network.Residual;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.network.Softmax;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.Sgd;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that comes with Neurite goes through the door that users' own things go through; what is new and not
/// among these fails a test.
class BuiltInTest {
    static Stream<Activation> activations() {
        return Stream.concat(
                Stream.of(new LeakyRelu(0.3), new Elu(1.7), new Celu(0.4), new Celu(1.5)),
                made(Activation.class, Activation.class).stream());
    }

    static Stream<Loss> losses() {
        Stream<Loss> variants = Stream.of(
                new MeanSquaredError(true),
                new SoftmaxCrossEntropy(0.1),
                new SoftTargetCrossEntropy(0.2),
                new SoftmaxFocal(0.5),
                new SigmoidCrossEntropy().withLabelSmoothing(0.1).withPositiveWeights(2, 0.5, 3));
        return Stream.concat(variants, made(Loss.class, Loss.class).stream());
    }

    static Stream<Optimizer> optimizers() {
        return Stream.concat(Stream.of(Sgd.plain().withMomentum(0.9).withNesterov()), Optimizer.builtIn().stream());
    }

    static Stream<Initializer> initializers() {
        return made(Initializer.class, Initializer.class).stream();
    }

    static Stream<Layer> layers() {
        return Stream.of(
                Dense.of(7, Activation.tanh()),
                Dense.of(17, Activation.gelu()).withoutBias(),
                Dense.linear(1),
                new Dropout(0.4),
                new AlphaDropout(0.3),
                new GaussianNoise(0.2),
                new ActivationLayer(Activation.gelu()),
                new ActivationLayer(Activation.tanh()),
                AdaptiveActivation.of(Activation.tanh()),
                Prelu.standard(),
                Scale.standard(),
                new Softmax(),
                BatchNorm.standard(),
                LayerNorm.standard(),
                RmsNorm.standard(),
                Residual.of(LayerNorm.standard(), new ActivationLayer(Activation.silu())),
                Residual.of(Dense.of(5, Activation.tanh()), BatchNorm.standard(), Dense.linear(5)));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation_ofNeurite_keepsTheContract(Activation activation) {
        Contract.of(activation).verify();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss_ofNeurite_keepsTheContract(Loss loss) {
        Contract.of(loss).verify();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimizer_ofNeurite_keepsTheContract(Optimizer optimizer) {
        Contract.of(optimizer).verify();
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void initializer_ofNeurite_keepsTheContract(Initializer initializer) {
        Contract.of(initializer).verify();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layer_ofNeurite_keepsTheContract(Layer layer) {
        Contract.of(layer).verify();
    }

    @Test
    void everyKind_inItsPackage_isAmongThese() {
        assertThat(classes(activations())).containsAll(implementations(Activation.class));
        assertThat(classes(losses())).containsAll(implementations(Loss.class));
        assertThat(classes(optimizers())).containsAll(implementations(Optimizer.class));
        assertThat(classes(initializers())).containsAll(implementations(Initializer.class));
        assertThat(classes(layers())).containsAll(implementations(Layer.class));
    }

    private static Set<String> classes(Stream<?> values) {
        return values.map(value -> value.getClass().getName()).collect(Collectors.toSet());
    }

    /// The classes of Neurite that implement a type, except those that wrap what a user gives.
    private static List<String> implementations(Class<?> type) {
        Predicate<JavaClass> wraps = c ->
                c.getAllRawInterfaces().stream().anyMatch(i -> i.getSimpleName().equals("Custom"));
        List<String> names = new ClassFileImporter()
                .importPackages(type.getPackageName()).stream()
                        .filter(c -> c.isAssignableTo(type) && !c.isInterface() && !c.isNestedClass())
                        .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(wraps.negate())
                        .map(JavaClass::getName)
                        .toList();
        assertThat(names).isNotEmpty();
        return names;
    }

    /// What the static factories of a type make: those without arguments, and those of numbers with usual ones.
    private static <T> List<T> made(Class<?> factories, Class<T> type) {
        List<T> made = new ArrayList<>();
        for (Method method : factories.getDeclaredMethods()) {
            boolean makes = Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType());
            boolean ofNumbers = Arrays.stream(method.getParameterTypes())
                    .allMatch(parameter -> parameter == double.class || parameter == double[].class);
            if (makes && ofNumbers) {
                made.add(type.cast(call(method)));
            }
        }
        return made;
    }

    private static Object call(Method factory) {
        Object[] arguments = new Object[factory.getParameterCount()];
        double next = 0.5;
        for (int i = 0; i < arguments.length; i++) {
            boolean isArray = factory.getParameterTypes()[i] == double[].class;
            arguments[i] = isArray ? (Object) new double[] {0.1, 0.5, 0.9} : (Object) next;
            next += 0.5;
        }
        try {
            return factory.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(factory + " must make something of the numbers 0.5, 1 …", e);
        }
    }
}
