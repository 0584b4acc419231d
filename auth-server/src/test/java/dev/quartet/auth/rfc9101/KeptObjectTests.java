package dev.quartet.auth.rfc9101;

import dev.quartet.auth.clients.Clients;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Form;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.quartet.auth.rfc9101.SignedClients.FREE;
import static org.assertj.core.api.Assertions.assertThat;

/** Says what the store keeps of a signed request. */
@QuartetServer
class KeptObjectTests {

	private final Flows flows;

	private final Clients clients;

	private final MovableClock clock;

	private final JdbcClient database;

	private SignedClients signed;

	KeptObjectTests(@Autowired Flows flows, @Autowired Clients clients, @Autowired MovableClock clock,
			@Autowired JdbcClient database) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
		this.database = database;
	}

	@BeforeEach
	void register() {
		this.signed = SignedClients.register(this.flows, this.clients, this.clock);
	}

	@AfterEach
	void forget() {
		this.signed.forget();
	}

	@Test
	void keepsNoIdTokenThatIsSignedIntoIt() {
		AuthorizationFlow flow = this.signed.flow(FREE);
		String idToken = flow.tokens("alice").json("id_token");
		String object = this.signed.object(flow).with("id_token_hint", idToken).signed(this.signed.key());
		Form sent = this.signed.sent(FREE, object);
		assertThat(flow.authorizePushed(flow.push(sent).json("request_uri")).sent("code")).isNotEmpty();
		assertThat(kept(idToken)).isZero();
		assertThat(kept(object)).isZero();
		assertThat(kept(FREE)).isPositive();
	}

	private long kept(String text) {
		return this.database.sql("select count(*) from one_time where payload like concat('%', :text, '%')")
			.param("text", text)
			.query(Long.class)
			.single();
	}

}
