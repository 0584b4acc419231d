package dev.quartet.api.access.tokens;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import dev.quartet.api.MovableClock;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import dev.quartet.api.access.keys.IssuerAway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What a verified token costs when it comes again, and what an absent issuer costs. */
class AccessTokensTests {

	private static final Duration SKEW = Duration.ofSeconds(30);

	private final TestIssuer issuer = new TestIssuer();

	private final MovableClock clock = new MovableClock();

	private AccessTokens tokens = start();

	@AfterEach
	void stop() {
		tokens.close();
		issuer.close();
	}

	@Test
	void remembersATokenForAMinuteWithoutItsKey() {
		String token = token();
		tokens.verify(token);
		issuer.rotateKeys();
		clock.advance(Duration.ofSeconds(31));
		refuses(TestToken.person(issuer, "forged").with("exp", end()).header((header) -> header.keyID("x")).mint());
		assertThat(tokens.verify(token).subject()).isEqualTo("alice");
		clock.advance(Duration.ofSeconds(30));
		refuses(token);
	}

	@Test
	void refusesARememberedTokenOnceItHasExpired() {
		String token = at(Duration.ofSeconds(10)).mint();
		tokens.verify(token);
		clock.advance(Duration.ofSeconds(10).plus(SKEW));
		refuses(token);
		assertThat(issuer.keyFetches()).isEqualTo(1);
	}

	@Test
	void remembersNoTokenThatWasChangedAtItsEnd() {
		String token = token();
		tokens.verify(token);
		refuses(token.substring(0, token.length() - 4) + "AAAA");
		refuses(token + "=");
		refuses(token + "A");
		refuses(token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) + 1));
	}

	@Test
	void refusesATokenOfMoreThanEightKilobytes() {
		refuses(at(Duration.ofMinutes(5)).with("note", "x".repeat(8_000)).mint());
	}

	@Test
	void refusesNoValidTokenWhileTheIssuerIsAwayForHalfAnHour() {
		tokens.verify(token());
		issuer.goAway();
		for (int minute = 0; minute < 30; minute++) {
			clock.advance(Duration.ofMinutes(1));
			assertThatNoException().isThrownBy(() -> tokens.verify(token()));
		}
	}

	@Test
	void recoversSoonWhenItWasRestartedWhileTheIssuerWasAway() {
		tokens.verify(token());
		issuer.goAway();
		tokens.close();
		tokens = start();
		for (int minute = 0; minute < 30; minute++) {
			assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> tokens.verify(token()));
			clock.advance(Duration.ofMinutes(1));
		}
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> tokens.verify(token()));
		issuer.comeBack();
		clock.advance(Duration.ofSeconds(9));
		assertThatNoException().isThrownBy(() -> tokens.verify(token()));
	}

	@Test
	void asksOnceInHalfAMinuteHoweverManyKeyIdsAreForged() throws JOSEException {
		tokens.verify(token());
		ECDSASigner signer = new ECDSASigner(issuer.keys().ec());
		for (int second = 0; second < 60; second++) {
			for (int i = 0; i < 20; i++) {
				refuses(TestToken.person(issuer, "mallory").sign(signer, UUID.randomUUID().toString()));
			}
			clock.advance(Duration.ofSeconds(1));
		}
		assertThat(issuer.keyFetches()).isLessThanOrEqualTo(3);
	}

	private AccessTokens start() {
		return new AccessTokens(List.of(IssuerSettings.signing(issuer.url(), null)),
				new TokenSettings(TestToken.RESOURCE, SKEW, 100, Duration.ofSeconds(10)), clock);
	}

	private String token() {
		return at(Duration.ofMinutes(5)).mint();
	}

	private TestToken at(Duration life) {
		long now = clock.instant().getEpochSecond();
		return TestToken.person(issuer, "alice").with("iat", now).with("nbf", now).with("exp", now + life.toSeconds());
	}

	private long end() {
		return clock.instant().getEpochSecond() + 300;
	}

	private void refuses(String token) {
		assertThatExceptionOfType(TokenRefused.class).isThrownBy(() -> tokens.verify(token));
	}

}
