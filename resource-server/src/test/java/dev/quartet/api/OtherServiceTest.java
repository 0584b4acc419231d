package dev.quartet.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.example.shop.ShopApplication;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * Runs a test against another team's service, which has no database, trusts several
 * issuers, and has nothing of this application but the package access and its settings.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ShopApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=shop", "spring.main.banner-mode=off",
				"spring.autoconfigure.exclude=" + OtherServiceTest.NO_DATABASE,
				"quartet.api.resource=" + TestToken.RESOURCE, "quartet.api.remember-answers=1s" })
@ContextConfiguration(initializers = OtherServiceTest.Issuers.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(ApiClient.class)
public @interface OtherServiceTest {

	String SECRET = "the-simplest-deployment-has-one-secret";

	String STRICT_ISSUER = "https://strict.example";

	String STRICT_SECRET = "another-secret-that-nobody-ever-guesses";

	String NO_DATABASE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
			+ "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration";

	/** Is there only later than the service. */
	TestIssuer LATE = new TestIssuer();

	/** Makes the service trust an issuer of every kind. */
	class Issuers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("quartet.api.issuers[0].issuer=" + TestIssuer.trusted().url(),
						"quartet.api.issuers[1].issuer=" + TestIntrospection.trusted().url(),
						"quartet.api.issuers[1].mode=introspection", "quartet.api.issuers[1].client-id=shop api",
						"quartet.api.issuers[1].client-secret=s+cret",
						"quartet.api.issuers[2].issuer=https://simple.example",
						"quartet.api.issuers[2].mode=shared-secret", "quartet.api.issuers[2].lenient=true",
						"quartet.api.issuers[2].secret=" + SECRET, "quartet.api.issuers[3].issuer=" + STRICT_ISSUER,
						"quartet.api.issuers[3].mode=shared-secret", "quartet.api.issuers[3].secret=" + STRICT_SECRET,
						"quartet.api.issuers[3].machine-claim=idtyp=app", "quartet.api.issuers[4].issuer=" + LATE.url())
				.applyTo(context);
		}

	}

}
