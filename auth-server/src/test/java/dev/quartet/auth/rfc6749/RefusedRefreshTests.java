package dev.quartet.auth.rfc6749;

import java.time.Duration;
import java.util.Map;

import dev.quartet.auth.authorizations.ClientGrants;
import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.authorizations.SessionGrants;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says in which words a refresh is refused (RFC 6749 §5.2): the client learns why, and
 * nobody else.
 */
@QuartetServer
class RefusedRefreshTests {

	private static final String CLIENT = "refused-refresh";

	private static final String AWAY = "refused-refresh-away";

	private final Flows flows;

	private final OwnClients own;

	private final PersonGrants grants;

	private final MovableClock clock;

	private AuthorizationFlow flow;

	private String token;

	RefusedRefreshTests(@Autowired Flows flows, @Autowired OwnClients own, @Autowired PersonGrants grants,
			@Autowired MovableClock clock) {
		this.flows = flows;
		this.own = own;
		this.grants = grants;
		this.clock = clock;
	}

	@BeforeEach
	void beginWithAGoodToken() {
		this.flow = this.flows.with(this.own.register(CLIENT, "openid notes:read", Map.of()));
		this.token = this.flow.tokens("alice").json("refresh_token");
	}

	@AfterEach
	void leaveNothingBehind() {
		this.clock.reset();
		this.grants.endAll("alice", CLIENT, EndedBy.OPERATOR);
		this.own.forget(CLIENT, AWAY, "refused-stranger");
	}

	@ParameterizedTest
	@CsvSource({ "PERSON, The person withdrew this access on ", "CLIENT, The client gave this access back on ",
			"SIGN_OUT, The person signed out on ", "OPERATOR, This access was ended on ",
			"DISUSE, This access was not used for so long that it ended on ", "EXPIRED, This access expired on " })
	void saysWhoEndedTheAccessAndWhen(EndedBy by, String words) {
		this.grants.endAll("alice", CLIENT, by);
		assertThat(refusal()).isEqualTo(words + " " + today());
	}

	@Test
	void saysThatThePersonSignedOut(@Autowired SessionGrants sessions) {
		sessions.end("alice", this.grants.activeOf("alice", CLIENT).get(0).sid());
		assertThat(refusal()).isEqualTo("The person signed out on " + today());
	}

	@Test
	void saysThatTheClientRevokedIt() {
		assertThat(this.flow.revoke(this.token).status()).isEqualTo(200);
		assertThat(refusal()).isEqualTo("The client gave this access back on " + today());
	}

	@Test
	void saysThatTheTokenWasUsedTwiceToBothOfItsHolders() {
		Answer successor = this.flow.refresh(this.token);
		this.clock.advance(Duration.ofSeconds(11));
		String words = "A code or refresh token was used twice, so this access was revoked on " + today();
		assertThat(refusal()).isEqualTo(words);
		assertThat(this.flow.refresh(successor.json("refresh_token")).json("error_description")).isEqualTo(words);
	}

	@Test
	void saysThatNobodyUsedIt() {
		this.flow = this.flows.with(this.own.register(AWAY, "openid notes:read offline_access", Map.of()));
		this.token = this.flow.tokens("alice").json("refresh_token");
		this.clock.advance(Duration.ofDays(31));
		assertThat(refusal()).startsWith("This access was not used for so long that it ended on ");
	}

	@Test
	void saysThatTheLongestSessionIsOver() {
		this.clock.advance(Duration.ofDays(7));
		assertThat(refusal()).startsWith("This access expired on ");
	}

	@Test
	void saysThatItsTimeIsOver() {
		this.grants.limit("alice", CLIENT, this.clock.instant().plusSeconds(60));
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(refusal()).startsWith("This access expired on ");
	}

	@Test
	void saysNothingToAnotherClient() {
		TestClient stranger = this.own.register("refused-stranger", "openid notes:read", Map.of());
		Answer ofAGoodOne = this.flows.with(stranger).refresh(this.token);
		this.grants.endAll("alice", CLIENT, EndedBy.PERSON);
		for (AuthorizationFlow other : new AuthorizationFlow[] { this.flows.with(stranger), this.flows.app(),
				this.flows.with(TestClient.publicOne()) }) {
			Answer answer = other.refresh(this.token);
			assertThat(answer.body()).isEqualTo(ofAGoodOne.body());
			assertThat(answer.body()).isEqualTo(other.refresh("never given").body());
		}
	}

	@Test
	void saysNothingAboutATokenThatWasChanged() {
		this.grants.endAll("alice", CLIENT, EndedBy.PERSON);
		String never = this.flow.refresh("never given").body();
		assertThat(this.flow.refresh(this.token + "A").body()).isEqualTo(never);
		assertThat(this.flow.refresh(this.token.substring(1)).body()).isEqualTo(never);
		assertThat(this.flow.refresh((this.token.startsWith("A") ? "B" : "A") + this.token.substring(1)).body())
			.isEqualTo(never);
	}

	@Test
	void saysNothingThatIsNotTrueOfAGrantThatGoesOn() {
		assertThat(this.flow.refresh(this.token).json()).doesNotContainKey("error");
		assertThat(this.flow.refresh(this.token).status()).isEqualTo(200);
	}

	@Test
	void saysThatTheClientEndedItWithItsRegistration(@Autowired ClientGrants clients) {
		clients.endAll(CLIENT);
		assertThat(refusal()).isEqualTo("The client gave this access back on " + today());
	}

	private String refusal() {
		Answer answer = this.flow.refresh(this.token);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_grant");
		return answer.json("error_description");
	}

	private String today() {
		return this.clock.instant().toString().substring(0, 10);
	}

}
