package dev.neurite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.neurite.architecture.fixture.Breaks;
import dev.neurite.architecture.fixture.parameter.Higher;
import dev.neurite.architecture.fixture.random.Lower;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule against a class that breaks it: a rule that finds nothing must be one that can find something.
class RulesTest {
    private static final String FIXTURE = Breaks.class.getPackageName();

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Rules.onlyTheCommandLinePrints(), Breaks.Prints.class),
                Arguments.of(Rules.noTranscendentalOfMath(), Breaks.CallsMath.class),
                Arguments.of(Rules.noTranscendentalOfMath(), Breaks.RefersToMath.class),
                Arguments.of(Rules.noHiddenThreads(), Breaks.StreamsInParallel.class),
                Arguments.of(Rules.noHiddenThreads(), Breaks.SortsInParallel.class),
                Arguments.of(Rules.noHiddenThreads(), Breaks.HoldsThreadLocal.class),
                Arguments.of(Rules.noHiddenThreads(), Breaks.TakesTheCommonPool.class),
                Arguments.of(Rules.noOtherRandomness(), Breaks.DrawsAtRandom.class),
                Arguments.of(Rules.noOtherRandomness(), Breaks.CallsMathRandom.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("broken")
    void rule_ofABrokenClass_findsIt(ArchRule rule, Class<?> broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);

        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void coreIsLayered_ofALowerPackageThatKnowsAHigherOne_findsIt() {
        JavaClasses classes = new ClassFileImporter().importClasses(Lower.class, Higher.class);

        assertThat(Rules.coreIsLayered(FIXTURE))
                .extracting(rule -> rule.evaluate(classes).hasViolation())
                .containsOnlyOnce(true);
    }

    @Test
    void packagesHaveNoCycles_ofTwoThatKnowEachOther_findsIt() {
        JavaClasses classes = new ClassFileImporter().importClasses(Lower.class, Higher.class);

        assertThat(Rules.packagesHaveNoCycles(FIXTURE).evaluate(classes).hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.neurite.architecture.ArchitectureTest#rules")
    void rule_ofAHarmlessClass_findsNothing(ArchRule rule) {
        JavaClasses classes = new ClassFileImporter().importClasses(Breaks.Nothing.class);

        assertThat(rule.allowEmptyShould(true).evaluate(classes).hasViolation()).isFalse();
    }
}
