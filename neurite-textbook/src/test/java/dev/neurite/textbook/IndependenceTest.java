package dev.neurite.textbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Two implementations check each other only as long as they share no arithmetic.
class IndependenceTest {
    private static final JavaClasses TEXTBOOK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.neurite.textbook");

    @Test
    void textbook_kernelsOpsProgramsAndTraining_areNotUsed() {
        assertThat(TEXTBOOK).hasSizeGreaterThan(20);
        noClasses()
                .that()
                .doNotHaveSimpleName("EngineMasks")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.neurite.kernels", "dev.neurite.op", "dev.neurite.program", "dev.neurite.train")
                .because("the textbook takes from the engine its values, not its arithmetic")
                .check(TEXTBOOK);
    }
}
