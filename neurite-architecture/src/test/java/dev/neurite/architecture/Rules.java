package dev.neurite.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;

/// What the modules promise about each other, as rules over their classes.
final class Rules {
    /// The packages of neurite-core from the bottom to the top; those of one level do not know each other.
    static final List<List<String>> CORE_LEVELS = List.of(
            List.of("random"),
            List.of("parameter"),
            List.of("activation", "initialize"),
            List.of("loss", "optimize"),
            List.of("op"),
            List.of("network"),
            List.of("program"),
            List.of("model", "data"),
            List.of("metric"),
            List.of("train"));

    private static final Set<String> TRANSCENDENTAL = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

    private static final Set<String> PARALLEL =
            Set.of("parallel", "parallelStream", "parallelSort", "parallelPrefix", "parallelSetAll");

    private Rules() {}

    /// @param root the package that holds the others, `dev.neurite`
    static ArchRule packagesHaveNoCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /// For each package of the core: it knows no package of its own level or of one above.
    static List<ArchRule> coreIsLayered(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (int level = 0; level < CORE_LEVELS.size(); level++) {
            List<String> atOrAbove = CORE_LEVELS.subList(level, CORE_LEVELS.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            for (String name : CORE_LEVELS.get(level)) {
                String[] forbidden = atOrAbove.stream()
                        .filter(other -> !other.equals(name))
                        .map(other -> inside(root, other))
                        .toArray(String[]::new);
                if (forbidden.length > 0) {
                    rules.add(noClasses()
                            .that()
                            .resideInAPackage(inside(root, name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .allowEmptyShould(true));
                }
            }
        }
        return rules;
    }

    static ArchRule onlyKernelsNameTheVectorApi() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.neurite.kernels..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..");
    }

    /// Benchmarks are command lines, too.
    static ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("dev.neurite.cli..", "dev.neurite.bench..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    /// Their results differ between platforms and between interpreter and compiler; `StrictMath` and our kernels
    /// do not.
    static ArchRule noTranscendentalOfMath() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.neurite.textbook..")
                .should()
                .accessTargetWhere(target("a transcendental of java.lang.Math", "java.lang.Math", TRANSCENDENTAL));
    }

    /// The lane-wise ones differ between platforms as well.
    static ArchRule noTranscendentalOfTheVectorApi() {
        Set<String> operators = Set.of(
                "EXP", "EXPM1", "LOG", "LOG10", "LOG1P", "POW", "CBRT", "HYPOT", "SIN", "COS", "TAN", "ASIN", "ACOS",
                "ATAN", "ATAN2", "SINH", "COSH", "TANH");
        return noClasses()
                .should()
                .accessTargetWhere(
                        target("a lane-wise transcendental", "jdk.incubator.vector.VectorOperators", operators));
    }

    static ArchRule noHiddenThreads() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ForkJoinPool.class, ThreadLocal.class)
                .orShould()
                .accessTargetWhere(describe(
                        "a parallel stream or array operation",
                        access -> PARALLEL.contains(access.getTarget().getName())
                                && access.getTargetOwner().getPackageName().startsWith("java.util")));
    }

    /// Every draw comes from a `Seed`, so that it depends on neither threads nor the order of calls.
    static ArchRule noOtherRandomness() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, ThreadLocalRandom.class)
                .orShould()
                .accessTargetWhere(target("Math.random", "java.lang.Math", Set.of("random")));
    }

    private static String inside(String root, String name) {
        return root + "." + name + "..";
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, String owner, Set<String> names) {
        return describe(
                description,
                access -> access.getTargetOwner().getFullName().equals(owner)
                        && names.contains(access.getTarget().getName()));
    }
}
