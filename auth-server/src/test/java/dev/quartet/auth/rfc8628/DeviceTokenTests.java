package dev.quartet.auth.rfc8628;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.DeviceFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.MovableClock;
import dev.quartet.auth.flow.QuartetServer;
import dev.quartet.auth.flow.TestClient;
import dev.quartet.auth.users.Profile;
import dev.quartet.auth.users.User;
import dev.quartet.auth.users.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a device gets for its polls (RFC 8628 §3.4-3.5). */
@QuartetServer
class DeviceTokenTests {

	private final Flows flows;

	private final MovableClock clock;

	private final Users people;

	private final PasswordEncoder passwords;

	DeviceTokenTests(@Autowired Flows flows, @Autowired MovableClock clock, @Autowired Users people,
			@Autowired PasswordEncoder passwords) {
		this.flows = flows;
		this.clock = clock;
		this.people = people;
		this.passwords = passwords;
	}

	@AfterEach
	void resetTheClock() {
		this.clock.reset();
	}

	@Test
	void waitsUntilThePersonHasAnswered() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		assertRefused(flow.poll(codes.json("device_code")), "authorization_pending");
		flow.signIn("alice");
		Answer page = flow.enter(codes.json("user_code"));
		this.clock.advance(Duration.ofSeconds(5));
		assertRefused(flow.poll(codes.json("device_code")), "authorization_pending");
		flow.allowAll(page);
		assertThat(flow.poll(codes.json("device_code")).status()).isEqualTo(200);
		assertRefused(flow.poll(codes.json("device_code")), "invalid_grant");
	}

	@Test
	void mustPollFiveSecondsSlowerEachTimeItWasTooFast() {
		DeviceFlow flow = this.flows.device();
		String deviceCode = flow.ask().json("device_code");
		assertRefused(flow.poll(deviceCode), "authorization_pending");
		assertRefused(flow.poll(deviceCode), "slow_down");
		this.clock.advance(Duration.ofSeconds(9));
		assertRefused(flow.poll(deviceCode), "slow_down");
		this.clock.advance(Duration.ofSeconds(15));
		assertRefused(flow.poll(deviceCode), "authorization_pending");
		this.clock.advance(Duration.ofSeconds(15));
		assertRefused(flow.poll(deviceCode), "authorization_pending");
	}

	@Test
	void getsItsTokensHoweverFastItPolledBefore() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.poll(codes.json("device_code"));
		flow.poll(codes.json("device_code"));
		flow.signIn("alice");
		flow.allowAll(flow.enter(codes.json("user_code")));
		assertThat(flow.poll(codes.json("device_code")).status()).isEqualTo(200);
	}

	@Test
	void learnsThatSheSaidNo() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		flow.deny(flow.enter(codes.json("user_code")));
		assertRefused(flow.poll(codes.json("device_code")), "access_denied");
	}

	@Test
	void learnsThatItTookTooLong() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		this.clock.advance(Duration.ofSeconds(601));
		assertRefused(flow.poll(codes.json("device_code")), "expired_token");
		flow.signIn("alice");
		assertThat(flow.enter(codes.json("user_code")).status()).isEqualTo(400);
	}

	@Test
	void getsNothingForTheCodeOfAnotherOne() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		assertRefused(this.flows.device(TestClient.app()).poll(codes.json("device_code")), "invalid_grant");
		assertRefused(flow.poll("made-up"), "invalid_grant");
		assertRefused(flow.poll("a\0b"), "invalid_grant");
	}

	@Test
	void getsAnIdTokenThatNamesNoSessionAndNoNonce() throws ParseException {
		JWTClaimsSet claims = SignedJWT.parse(this.flows.device().tokens("alice").json("id_token")).getJWTClaimsSet();
		assertThat(claims.getSubject()).isEqualTo("alice");
		assertThat(claims.getAudience()).containsExactly("quartet-device");
		assertThat(claims.getStringListClaim("amr")).isEqualTo(List.of("pwd"));
		assertThat(claims.getDateClaim("auth_time")).isNotNull();
		assertThat(claims.getStringClaim("at_hash")).hasSize(22);
		assertThat(claims.getClaim("nonce")).isNull();
		assertThat(claims.getClaim("sid")).isNull();
	}

	@Test
	void getsWhatWasTickedAndNoMore() {
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn("alice");
		flow.allow(flow.enter(codes.json("user_code")), "profile");
		Answer tokens = flow.poll(codes.json("device_code"));
		assertThat(tokens.json("scope")).isEqualTo("profile");
		assertThat(tokens.json()).doesNotContainKey("id_token");
	}

	@Test
	void refreshesItsTokensAndOpensUserInfo() {
		DeviceFlow flow = this.flows.device();
		Answer refreshed = flow.refresh(flow.tokens("alice").json("refresh_token"));
		assertThat(refreshed.json()).containsKeys("access_token", "refresh_token", "id_token");
		Answer userInfo = flow.browser().get("/userinfo", "Authorization", "Bearer " + refreshed.json("access_token"));
		assertThat(userInfo.json("preferred_username")).isEqualTo("alice");
	}

	@Test
	void getsNothingFromSomebodyWhoWasLockedOutAfterHerAnswer() {
		User person = person();
		DeviceFlow flow = this.flows.device();
		Answer codes = flow.ask();
		flow.signIn(person.profile().username());
		flow.allowAll(flow.enter(codes.json("user_code")));
		person.disable(this.clock.instant());
		this.people.save(person);
		assertRefused(flow.poll(codes.json("device_code")), "invalid_grant");
	}

	private User person() {
		// her password as well, and too short to be searched for as a secret
		String name = "v" + UUID.randomUUID().toString().substring(0, 6);
		User person = User.withRandomId(Profile.of(name), this.clock.instant());
		person.changePassword(String.valueOf(this.passwords.encode(name)), this.clock.instant());
		return this.people.save(person);
	}

	private static void assertRefused(Answer answer, String error) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json("error")).isEqualTo(error);
	}

}
