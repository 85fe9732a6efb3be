package io.tidings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that the compiled classes show. */
@AnalyzeClasses(packages = "io.tidings", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesUseOnlyWhatTheListAllows = classes().should(new DependencyList());

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.tidings.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule loggingIsSystemLogger = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule protocolDoesNotLog = noClasses()
            .that()
            .resideInAPackage("io.tidings.protocol..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(System.Logger.class);

    @ArchTest
    static final ArchRule nothingIsDeserialised = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.jms.ObjectMessage");

    /** J-06 of the hostile inputs: what clients send is never part of a selector. */
    @ArchTest
    static final ArchRule nobodySelectsMessages = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a consumer of JMS with more than a destination",
                    call -> call.getTargetOwner().getPackageName().equals("jakarta.jms")
                            && call.getName().matches("create.*(Consumer|Subscriber|Browser)")
                            && call.getTarget().getRawParameterTypes().size() > 1));

    @ArchTest
    static final ArchRule staticStateNeverChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule staticArraysStayPrivate = fields().that()
            .areStatic()
            .and()
            .haveRawType(DescribedPredicate.describe("array", JavaClass::isArray))
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .bePrivate()
            .allowEmptyShould(true);

    @Test
    void listNamesPackagesAndWhatLiesBelowThem() {
        assertThat(DependencyList.allows("io.tidings.engine", "io.tidings.schedule"))
                .isTrue();
        assertThat(DependencyList.allows("io.tidings.engine", "io.tidings.transport"))
                .isFalse();
        assertThat(DependencyList.allows("io.tidings.engine", "jakarta.servlet.http"))
                .isFalse();
        assertThat(DependencyList.allows("io.tidings.transport", "io.tidings.transport.polling"))
                .isTrue();
        assertThat(DependencyList.allows("io.tidings.transport.polling", "io.tidings.transport"))
                .isFalse();
        assertThat(DependencyList.allows("io.tidings.transport.polling", "jakarta.servlet.http"))
                .isTrue();
        assertThat(DependencyList.allows("io.tidings.engine", "io.tidings.boot"))
                .isFalse();
        assertThat(DependencyList.allows("io.tidings.boot", "io.tidings.engine"))
                .isTrue();
        assertThat(DependencyList.allows("io.tidings.unlisted", "io.tidings.engine"))
                .isFalse();
        assertThat(DependencyList.allows("io.tidings.protocol", "javax.xml.parsers"))
                .isFalse();
    }
}
