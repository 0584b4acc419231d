package dev.quartet.auth.rfc7591;

import java.time.Duration;
import java.util.List;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetPostgres;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.registration.InitialTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the promises on PostgreSQL, and lets in who has no token, within the quotas. */
@QuartetPostgres
class OpenRegistrationIntegrationTests implements InitialTokenContract {

	@Autowired
	private Flows flows;

	@Autowired
	private MovableClock clock;

	@Autowired
	private ApplicationContext server;

	@Autowired
	private JdbcClient database;

	@Override
	public Flows flows() {
		return this.flows;
	}

	@Override
	public MovableClock clock() {
		return this.clock;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

	@Override
	public JdbcClient database() {
		return this.database;
	}

	@Test
	void letsAnybodyRegisterUntilThereAreTooManyFromOnePlace() {
		List<Integer> first = Race.of(() -> open().status());
		assertThat(first.stream().filter((status) -> status == 201)).hasSize(20);
		assertThat(first.stream().filter((status) -> status == 429)).hasSize(4);
		Answer refused = open();
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).isEqualTo("3600");
		assertThat(refused.json("error")).isEqualTo("temporarily_unavailable");
		String token = InitialTokens.one(this.server);
		assertThat(Registering.client().at(this.flows.browser(), token).status()).isEqualTo(201);
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(open().status()).isEqualTo(201);
		assertThat(open().status()).as("there may be 21 at all").isEqualTo(429);
	}

	@Test
	void refusesAWrongTokenThoughNoneIsNeeded() {
		assertThat(Registering.client().at(this.flows.browser(), "wrong").status()).isEqualTo(401);
	}

	private Answer open() {
		return this.flows.browser().json("POST", Registering.PATH, Registering.client().toString());
	}

}
