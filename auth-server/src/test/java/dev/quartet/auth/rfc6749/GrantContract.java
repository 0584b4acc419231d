package dev.quartet.auth.rfc6749;

import java.util.List;
import java.util.Map;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of the whole flow that the database has to keep, whichever it is. */
interface GrantContract {

	Flows flows();

	@Test
	default void givesTokensAfterSignInAndConsent() {
		Answer tokens = flows().app().tokens("alice");
		assertThat(tokens.status()).isEqualTo(200);
		assertThat(tokens.json()).containsKeys("access_token", "refresh_token", "id_token", "expires_in");
		assertThat(tokens.json("token_type")).isEqualTo("Bearer");
		assertThat(tokens.header("Cache-Control")).contains("no-store");
	}

	@Test
	default void namesTheGrantInEachAnswerOfIt() {
		AuthorizationFlow flow = flows().app();
		Answer tokens = flow.tokens("alice");
		String grant = tokens.json("grant_id");
		assertThat(flow.introspect(tokens.json("access_token")).json("grant_id")).isEqualTo(grant);
		assertThat(flow.refresh(tokens.json("refresh_token")).json("grant_id")).isEqualTo(grant);
		assertThat(flows().app().tokens("alice").json("grant_id")).isNotEqualTo(grant);
		assertThat(flows().machineToken("notes:read").json()).doesNotContainKey("grant_id");
	}

	@Test
	default void redeemsACodeForOneOfManyAtOnce() {
		AuthorizationFlow flow = flows().app();
		String code = flow.code("alice");
		List<Answer> answers = Race.of(() -> flow.redeem(code));
		assertThat(answers).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 200)
			.allMatch((answer) -> answer.status() == 400 && "invalid_grant".equals(answer.json("error")));
	}

	@Test
	default void refusesACodeUsedTwiceAndKillsWhatItBought() {
		AuthorizationFlow flow = flows().app();
		String code = flow.code("alice");
		Answer tokens = flow.redeem(code);
		assertThat(flow.redeem(code).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.refresh(tokens.json("refresh_token")).json("error")).isEqualTo("invalid_grant");
		assertThat(flow.introspect(tokens.json("access_token")).json()).containsOnly(Map.entry("active", false));
	}

	@Test
	default void givesParallelRefreshesOneAndTheSameSuccessor() {
		AuthorizationFlow flow = flows().app();
		String first = flow.tokens("alice").json("refresh_token");
		List<Answer> answers = Race.of(() -> flow.refresh(first));
		assertThat(answers).allMatch((answer) -> answer.status() == 200);
		assertThat(answers.stream().map((answer) -> answer.json("refresh_token")).distinct()).hasSize(1)
			.doesNotContain(first);
	}

	@Test
	default void acceptsOneOfManyAnswersToOneConsentPage() {
		AuthorizationFlow flow = flows().app();
		Answer consent = flow.signIn("bob", flow.request().and("prompt", "consent"));
		List<Answer> answers = Race.of(() -> flow.allowAll(consent));
		assertThat(answers).filteredOn((answer) -> answer.redirects() && !answer.sent("code").isEmpty()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !answer.redirects()).allMatch((answer) -> answer.status() == 400);
	}

	@Test
	default void buysOneCodeWithAPushedRequest() {
		AuthorizationFlow flow = flows().app();
		flow.code("alice");
		String requestUri = flow.push(flow.request()).json("request_uri");
		List<Answer> answers = Race.of(() -> flow.authorizePushed(requestUri));
		assertThat(answers).filteredOn((answer) -> answer.redirects() && !answer.sent("code").isEmpty()).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !answer.redirects()).allMatch((answer) -> answer.status() == 400);
	}

	@Test
	default void takesACodeWithANulForAnyOtherWrongCode() {
		Answer answer = flows().app().redeem("a\0b");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo("invalid_grant");
	}

}
