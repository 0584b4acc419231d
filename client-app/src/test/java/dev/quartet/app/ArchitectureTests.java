package dev.quartet.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Holds the code to the house rules that a machine can check. */
class ArchitectureTests {

	private static final JavaClasses CODE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.quartet.app");

	private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";

	@Test
	void injectsThroughConstructorsOnly() {
		check(noFields().should().beAnnotatedWith(Autowired.class));
		check(noMethods().should().beAnnotatedWith(Autowired.class));
	}

	@Test
	void readsTimeFromTheClock() {
		check(noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis"));
		check(noClasses().that()
			.doNotHaveSimpleName(ClientApp.class.getSimpleName())
			.should()
			.callMethod(Clock.class, "systemUTC"));
	}

	@Test
	void readsSettingsFromRecords() {
		check(noFields().should().beAnnotatedWith(Value.class));
	}

	@Test
	void namesThingsForWhatTheyAre() {
		check(noClasses().should()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Dto")
			.orShould()
			.haveSimpleNameEndingWith("Base")
			.orShould()
			.haveSimpleNameEndingWith("Service"));
	}

	@Test
	void keepsControllersToTheirPackage() {
		check(classes().that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(RestController.class)
			.should()
			.bePackagePrivate());
	}

	@Test
	void opensNoTransactionInAController() {
		check(noClasses().that().haveSimpleNameEndingWith("Controller").should().beAnnotatedWith(TRANSACTIONAL));
		check(methods().that()
			.areDeclaredInClassesThat()
			.haveSimpleNameEndingWith("Controller")
			.should()
			.notBeAnnotatedWith(TRANSACTIONAL));
	}

	@Test
	void hasNoCyclesBetweenFeatures() {
		check(slices().matching("dev.quartet.app.(*)..").should().beFreeOfCycles());
	}

	@Test
	void keepsStateOutOfControllers() {
		check(fields().that().areDeclaredInClassesThat().areAnnotatedWith(Controller.class).should().beFinal());
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CODE);
	}

}
