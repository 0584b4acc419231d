package dev.quartet.auth.rfc9700;

import java.time.Duration;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Says how refresh tokens rotate and what a reuse costs (RFC 9700 §4.14.2). */
@QuartetServer
class RefreshTokenTests {

	private static final String AWAY = "refresh-away";

	private final Flows flows;

	private final MovableClock clock;

	private final JdbcClient database;

	private final OwnClients own;

	RefreshTokenTests(@Autowired Flows flows, @Autowired MovableClock clock, @Autowired JdbcClient database,
			@Autowired OwnClients own) {
		this.own = own;
		this.flows = flows;
		this.clock = clock;
		this.database = database;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
		this.own.forget(AWAY);
	}

	@Test
	void rotatesAtEveryUse() {
		AuthorizationFlow flow = this.flows.app();
		String first = flow.tokens("alice").json("refresh_token");
		String second = flow.refresh(first).json("refresh_token");
		String third = flow.refresh(second).json("refresh_token");
		assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
		assertThat(second).isNotEqualTo(third);
	}

	@Test
	void givesTheSameSuccessorWhileAnAnswerMayBeLost() {
		AuthorizationFlow flow = this.flows.app();
		String first = flow.tokens("alice").json("refresh_token");
		String second = flow.refresh(first).json("refresh_token");
		this.clock.advance(Duration.ofSeconds(9));
		assertThat(flow.refresh(first).json("refresh_token")).isEqualTo(second);
	}

	@Test
	void killsTheGrantAfterThatAndWritesItDown() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("alice");
		Answer refreshed = flow.refresh(tokens.json("refresh_token"));
		this.clock.advance(Duration.ofSeconds(11));
		int before = reuses();
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(refreshed.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.introspect(refreshed.json("access_token")).json("active")).isEqualTo("false");
		assertThat(flow.userInfo(refreshed.json("access_token")).status()).isEqualTo(401);
		assertThat(reuses()).isEqualTo(before + 1);
	}

	@Test
	void dieAfterThirtyDaysWithoutUse() {
		AuthorizationFlow flow = away();
		String token = flow.tokens("alice").json("refresh_token");
		this.clock.advance(Duration.ofDays(31));
		assertThat(flow.refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void dieAfterNinetyDaysHoweverOftenUsed() {
		AuthorizationFlow flow = away();
		String token = flow.tokens("alice").json("refresh_token");
		for (int month = 0; month < 3; month++) {
			this.clock.advance(Duration.ofDays(29));
			token = flow.refresh(token).json("refresh_token");
		}
		this.clock.advance(Duration.ofDays(4));
		assertThat(flow.refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void dieWithTheLongestSessionIfNotMeantForLater() {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("refresh_token");
		this.clock.advance(Duration.ofDays(6));
		token = flow.refresh(token).json("refresh_token");
		this.clock.advance(Duration.ofDays(1));
		assertThat(flow.refresh(token).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void endWithTheAccountOfTheirPerson() {
		AuthorizationFlow flow = this.flows.app();
		Answer tokens = flow.tokens("bob");
		this.database.sql("update users set disabled_at = current_timestamp where id = 'bob'").update();
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.introspect(tokens.json("access_token")).json("active")).isEqualTo("false");
		assertThat(flow.userInfo(tokens.json("access_token")).status()).isEqualTo(401);
		this.database.sql("update users set disabled_at = null where id = 'bob'").update();
		assertThat(flow.refresh(tokens.json("refresh_token")).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 20 })
	void areNothingWhenCut(int characters) {
		AuthorizationFlow flow = this.flows.app();
		String token = flow.tokens("alice").json("refresh_token");
		String cut = token.substring(0, token.length() - characters);
		assertThat(flow.refresh(cut).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(token + "A").json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(token).status()).isEqualTo(200);
	}

	private AuthorizationFlow away() {
		return this.flows.with(this.own.register(AWAY, "openid notes:read offline_access", Map.of()));
	}

	private int reuses() {
		return this.database.sql("select count(*) from audit_event where type = 'refresh_token_reused'")
			.query(Integer.class)
			.single();
	}

}
