package dev.neurite.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.neurite.activation.Activation;
import dev.neurite.activation.Celu;
import dev.neurite.activation.Elu;
import dev.neurite.activation.LeakyRelu;
import dev.neurite.loss.Loss;
import dev.neurite.network.AdaptiveActivation;
import dev.neurite.network.AlphaDropout;
import dev.neurite.network.BatchNorm;
import dev.neurite.network.Dense;
import dev.neurite.network.Dropout;
import dev.neurite.network.GaussianNoise;
import dev.neurite.network.LayerNorm;
import dev.neurite.network.Prelu;
import dev.neurite.network.RmsNorm;
import dev.neurite.network.Scale;
import dev.neurite.optimize.Adadelta;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Adamax;
import dev.neurite.optimize.AmsGrad;
import dev.neurite.optimize.Average;
import dev.neurite.optimize.Ema;
import dev.neurite.optimize.GradientTransform;
import dev.neurite.optimize.Lion;
import dev.neurite.optimize.NAdam;
import dev.neurite.optimize.RAdam;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Rprop;
import dev.neurite.optimize.Schedule;
import dev.neurite.optimize.Sgd;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number that is an option of anything refuses what it cannot be, in a sentence that names it and the value.
class OptionsTest {
    static Stream<Record> settings() {
        return Stream.of(
                        new Elu(1),
                        new Celu(1),
                        new LeakyRelu(0.1),
                        Loss.huber(1),
                        Loss.smoothL1(1),
                        Loss.hinge(),
                        Loss.softmaxFocal(),
                        Loss.sigmoidFocal(),
                        Loss.softmaxCrossEntropy(),
                        Loss.softTargetCrossEntropy(),
                        Loss.sigmoidCrossEntropy(),
                        Dense.of(3, Activation.relu()),
                        Dense.linear(3).learning(),
                        new Dropout(0.1),
                        new AlphaDropout(0.1),
                        new GaussianNoise(0.1),
                        BatchNorm.standard(),
                        LayerNorm.standard(),
                        RmsNorm.standard(),
                        Scale.standard(),
                        Prelu.standard(),
                        AdaptiveActivation.of(Activation.relu()),
                        Sgd.plain(),
                        Adam.standard(),
                        AmsGrad.standard(),
                        Adamax.standard(),
                        NAdam.standard(),
                        RAdam.standard(),
                        RmsProp.standard(),
                        Adagrad.standard(),
                        Adadelta.standard(),
                        Lion.standard(),
                        Rprop.standard(),
                        Schedule.cosine(0),
                        Schedule.step(10, 0.1),
                        Schedule.multiStep(0.1, 3),
                        Schedule.exponential(0.9),
                        Schedule.cosineRestarts(10, 1),
                        Schedule.flatCosine(),
                        Schedule.logCosine(),
                        Schedule.oneCycle(),
                        Schedule.polynomial(1),
                        Schedule.inverseScaling(),
                        Schedule.constant().onPlateau(),
                        Schedule.constant().afterWarmup(3),
                        GradientTransform.clipByGlobalNorm(1),
                        GradientTransform.clipByNorm(1),
                        GradientTransform.clipByValue(1),
                        new Ema(0.9, true),
                        Average.stochasticWeightAveraging(),
                        Lbfgs.standard(),
                        EarlyStopping.after(3),
                        new Batching(1, 1),
                        Limits.ofEpochs(1),
                        CrossValidation.of(2))
                .map(Record.class::cast);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void number_thatCannotBe_isRefusedByItsName(Record settings) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        int numbers = 0;
        for (int i = 0; i < components.length; i++) {
            for (Object wrong : impossible(components[i].getType())) {
                assertRefused(settings, i, wrong);
                numbers++;
            }
        }
        assertThat(numbers).isPositive();
    }

    private static Object[] impossible(Class<?> type) {
        return type == double.class
                ? new Object[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}
                : type == int.class ? new Object[] {-1} : type == long.class ? new Object[] {-1L} : new Object[0];
    }

    private static void assertRefused(Record settings, int index, Object wrong) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(settings, component))
                .toArray();
        values[index] = wrong;
        String name = components[index].getName().toLowerCase(Locale.ROOT);
        assertThatThrownBy(() -> made(settings.getClass(), values))
                .as(components[index].getName())
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage().toLowerCase(Locale.ROOT))
                        .matches("\\w+\\.(" + name + "|\\w*" + name + "|batchsize) must .+")
                        .endsWith(", got " + wrong.toString().toLowerCase(Locale.ROOT)));
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void made(Class<?> type, Object... values) throws Throwable {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        try {
            constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
