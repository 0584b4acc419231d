package dev.quartet.auth.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.quartet.auth.AuthServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

/** Holds the code to the rules of the house. */
class ArchitectureTests {

	private static final JavaClasses CODE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.quartet.auth");

	@Test
	void dependsOnlyDownwards() {
		ApplicationModules.of(AuthServer.class).verify();
	}

	@Test
	void injectsThroughConstructorsOnly() {
		holds(noFields().should().beAnnotatedWith(Autowired.class));
		holds(noMethods().should().beAnnotatedWith(Autowired.class));
	}

	@Test
	void bindsSettingsInOnePlace() {
		holds(noFields().should().beAnnotatedWith(Value.class));
		holds(noClasses().should().dependOnClassesThat().areAssignableTo(Value.class));
	}

	@Test
	void readsTimeFromTheInjectedClock() {
		for (Class<?> time : new Class<?>[] { Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class,
				ZonedDateTime.class }) {
			holds(noClasses().should().callMethod(time, "now"));
		}
		holds(noClasses().should().callMethod(System.class, "currentTimeMillis"));
		// The server makes the clock, and so do the commands that run without it.
		holds(noClasses().that()
			.doNotHaveFullyQualifiedName(AuthServer.class.getName())
			.and()
			.doNotHaveSimpleName("Tools")
			.should()
			.callMethod(Clock.class, "systemUTC"));
	}

	@Test
	void namesNothingAfterItsTechnicalRole() {
		holds(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Base|Service)"));
	}

	@Test
	void keepsControllersToThemselves() {
		holds(classes().that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(RestController.class)
			.should()
			.bePackagePrivate());
	}

	@Test
	void startsNoTransactionInAController() {
		holds(noClasses().that().areAnnotatedWith(Controller.class).should().beAnnotatedWith(Transactional.class));
		holds(methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Controller.class)
			.should()
			.notBeAnnotatedWith(Transactional.class));
	}

	private static void holds(ArchRule rule) {
		rule.allowEmptyShould(true).check(CODE);
	}

}
