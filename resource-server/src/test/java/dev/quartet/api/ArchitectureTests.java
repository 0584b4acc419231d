package dev.quartet.api;

import java.time.Clock;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.quartet.api.access.AccessAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules that a machine can check. */
class ArchitectureTests {

	private static final JavaClasses API = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.quartet.api");

	@Test
	void injectsThroughConstructorsOnly() {
		members().should().notBeAnnotatedWith(Autowired.class).check(API);
	}

	@Test
	void readsTimeFromTheClockOnly() {
		noClasses().should().callMethodWhere(readsTheSystemTime()).check(API);
		noClasses().that()
			.doNotHaveFullyQualifiedName(ResourceServer.class.getName())
			.and()
			.doNotHaveFullyQualifiedName(AccessAutoConfiguration.class.getName())
			.should()
			.callMethodWhere(describe("make a clock",
					(call) -> call.getTargetOwner().isEquivalentTo(Clock.class)
							&& call.getTarget().getName().startsWith("system")))
			.check(API);
	}

	@Test
	void bindsSettingsAsRecords() {
		noClasses().should().dependOnClassesThat().areAssignableTo(Value.class).check(API);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Impl", "Manager", "Helper", "Util", "Utils", "Dto", "Base", "Service" })
	void avoidsNamesThatSayNothing(String suffix) {
		noClasses().should().haveSimpleNameEndingWith(suffix).check(API);
	}

	@Test
	void keepsControllersToTheirPackages() {
		classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate().check(API);
	}

	@Test
	void opensNoTransactionInAController() {
		methods().that()
			.areDeclaredInClassesThat()
			.areMetaAnnotatedWith(Controller.class)
			.should()
			.notBeAnnotatedWith(Transactional.class)
			.check(API);
		classes().that()
			.areMetaAnnotatedWith(Controller.class)
			.should()
			.notBeAnnotatedWith(Transactional.class)
			.check(API);
	}

	@Test
	void keepsAccessFreeOfOtherFeaturesSoThatItCanBeCopied() {
		noClasses().that()
			.resideInAPackage("dev.quartet.api.access..")
			.should()
			.dependOnClassesThat(describe("belong to the rest of the API",
					(other) -> other.getPackageName().startsWith("dev.quartet.api")
							&& !other.getPackageName().startsWith("dev.quartet.api.access")))
			.check(API);
	}

	@Test
	void keepsFeaturesFreeOfCycles() {
		slices().matching("dev.quartet.api.(*)..").should().beFreeOfCycles().check(API);
	}

	private static DescribedPredicate<JavaMethodCall> readsTheSystemTime() {
		return describe("read the system time", (call) -> {
			String owner = call.getTargetOwner().getName();
			String method = call.getTarget().getName();
			boolean now = owner.startsWith("java.time.") && "now".equals(method)
					&& call.getTarget()
						.getRawParameterTypes()
						.stream()
						.noneMatch((type) -> type.isEquivalentTo(Clock.class));
			return now || (owner.equals("java.lang.System") && method.startsWith("currentTime"));
		});
	}

}
