package dev.quartet.auth.rfc6749;

import dev.quartet.auth.flow.FlowConfiguration;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.seed.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Keeps the promises on PostgreSQL. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "quartet.data=target/flow")
@ActiveProfiles("demo")
@Import(FlowConfiguration.class)
@ContextConfiguration(initializers = GrantIntegrationTests.OwnDatabase.class)
class GrantIntegrationTests implements GrantContract {

	private final Flows flows;

	GrantIntegrationTests(@Autowired Flows flows) {
		this.flows = flows;
	}

	@Override
	public Flows flows() {
		return this.flows;
	}

	/** Keeps the sessions and grants of this server apart from what other tests store. */
	static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPostgres.initialize(context, "flow");
		}

	}

}
