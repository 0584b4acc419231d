package dev.quartet.auth.rfc6749;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says what a code is, and when and for whom it is none (RFC 6749 §4.1.2, §4.1.3,
 * §10.10).
 */
@QuartetServer
class CodeTests {

	private final Flows flows;

	private final OwnClients clients;

	private final MovableClock clock;

	CodeTests(@Autowired Flows flows, @Autowired OwnClients clients, @Autowired MovableClock clock) {
		this.flows = flows;
		this.clients = clients;
		this.clock = clock;
	}

	@AfterEach
	void leaveNothingBehind() {
		this.clock.reset();
		this.clients.forget("thief");
	}

	@Test
	void isNothingWithoutItsRedirectUri() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		assertThat(flow.token(flow.redemption(code).without("redirect_uri")).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void isNothingToItsOwnClientAMinuteLater() {
		AuthorizationFlow flow = this.flows.app();
		String late = flow.code("alice");
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(flow.redeem(late).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void isGoodUntilShortlyBefore() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		this.clock.advance(Duration.ofSeconds(50));
		assertThat(flow.redeem(code).status()).isEqualTo(200);
	}

	@Test
	void isNothingToAnotherClientInTime() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		TestClient thief = this.clients.register("thief", TestClient.app().scope(), Map.of());
		assertThat(flow.sameBrowser(thief).token(flow.redemption(code)).json("error")).isEqualTo("invalid_grant");
	}

	@Test
	void isNothingWithAnotherLetterOrMore() {
		AuthorizationFlow flow = this.flows.app();
		String code = flow.code("alice");
		String swapped = code.chars()
			.map((letter) -> Character.isUpperCase(letter) ? Character.toLowerCase(letter)
					: Character.toUpperCase(letter))
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		for (String wrong : List.of(code + "A", code + "=", " " + code, code + " ", code + "\0", swapped,
				code.substring(1), code.substring(0, code.length() - 1))) {
			assertThat(flow.redeem(wrong).json("error")).as(wrong).isEqualTo("invalid_grant");
		}
		assertThat(flow.redeem(code).status()).isEqualTo(200);
	}

	@Test
	void isLongAndNeverTheSame() {
		AuthorizationFlow flow = this.flows.app();
		flow.code("alice");
		List<String> codes = IntStream.range(0, 200)
			.mapToObj((each) -> flow.authorize(flow.request()).sent("code"))
			.toList();
		assertThat(codes).doesNotHaveDuplicates().allMatch((code) -> code.length() >= 43);
	}

}
