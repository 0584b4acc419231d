package dev.quartet.api.access.keys;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.quartet.api.Crowd;
import dev.quartet.api.EndlessServer;
import dev.quartet.api.MovableClock;
import dev.quartet.api.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How often the issuer is asked for its keys, and what happens while it is away. */
class IssuerKeysTests {

	private final TestIssuer issuer = new TestIssuer();

	private final MovableClock clock = new MovableClock();

	private final IssuerKeys keys = keysOf(issuer.url(), null);

	@AfterEach
	void stop() {
		keys.close();
		issuer.close();
	}

	@Test
	void asksForNothingUntilATokenComes() {
		assertThat(issuer.keyFetches()).isZero();
	}

	@Test
	void findsAKeyWithOneFetch() {
		for (int i = 0; i < 100; i++) {
			assertThat(find(currentKeyId())).hasSize(1);
		}
		assertThat(issuer.keyFetches()).isEqualTo(1);
	}

	@Test
	void asksOnceInThirtySecondsForUnknownKeys() {
		find(currentKeyId());
		for (int second = 0; second < 300; second++) {
			assertThat(find("forged-" + second)).isEmpty();
			clock.advance(Duration.ofSeconds(1));
		}
		assertThat(issuer.keyFetches()).isLessThanOrEqualTo(11);
	}

	@Test
	void asksOnceForManyUnknownKeysAtATime() throws Exception {
		find(currentKeyId());
		clock.advance(IssuerKeys.PAUSE);
		assertThat(inParallel(() -> find("forged"))).allSatisfy((found) -> assertThat(found).isEmpty());
		assertThat(issuer.keyFetches()).isEqualTo(2);
	}

	@Test
	void findsANewKeyForAllWhoAskAtATime() throws Exception {
		find(currentKeyId());
		clock.advance(IssuerKeys.PAUSE);
		issuer.rotateKeys();
		assertThat(inParallel(() -> find(currentKeyId()))).allSatisfy((found) -> assertThat(found).hasSize(1));
		assertThat(issuer.keyFetches()).isEqualTo(2);
	}

	@Test
	void forgetsAWithdrawnKeyWhenItsCopyIsNoLongerFresh() {
		String withdrawn = currentKeyId();
		find(withdrawn);
		issuer.rotateKeys();
		clock.advance(IssuerKeys.FRESH.plusSeconds(1));
		assertThat(find(withdrawn)).isEmpty();
	}

	@Test
	void bridgesAnOutageOfHours() {
		find(currentKeyId());
		issuer.goAway();
		for (int minute = 0; minute < 180; minute++) {
			clock.advance(Duration.ofMinutes(1));
			assertThat(find(currentKeyId())).hasSize(1);
		}
	}

	@Test
	void stopsTrustingKeysThatNobodyConfirmsAnyMore() {
		find(currentKeyId());
		issuer.goAway();
		clock.advance(IssuerKeys.USABLE_IN_OUTAGE.plusSeconds(1));
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find(currentKeyId()));
	}

	@Test
	void recoversWithinSecondsWhenItStartedBeforeTheIssuer() {
		issuer.goAway();
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find(currentKeyId()));
		issuer.comeBack();
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find(currentKeyId()));
		clock.advance(IssuerKeys.PAUSE_WITHOUT_KEYS);
		assertThat(find(currentKeyId())).hasSize(1);
	}

	@Test
	void readsOpenIdMetadataWhereThereIsNoOther() {
		issuer.publishOpenIdMetadataOnly();
		assertThat(find(currentKeyId())).hasSize(1);
	}

	@Test
	void looksOnWhereAPageForPeopleStandsFirst() {
		issuer.showAPageFirst();
		assertThat(find(currentKeyId())).hasSize(1);
	}

	@Test
	void letsOnlySoManyWaitForAnIssuerThatIsSilent() {
		issuer.fallSilent();
		Crowd waiting = Crowd.of(IssuerKeys.MOST_WAITING, () -> find(currentKeyId())).awaitWaiting();
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find(currentKeyId()))
			.withMessage("Too many wait for the keys");
		assertThat(waiting.isWaiting()).isTrue();
		assertThat(waiting.failures()).hasSize(IssuerKeys.MOST_WAITING)
			.allSatisfy((failure) -> assertThat(failure).isInstanceOf(IssuerAway.class));
	}

	@Test
	@Timeout(60)
	void hangsUpOnAKeySetThatNeverEnds() throws IOException, InterruptedException {
		try (EndlessServer endless = EndlessServer.talking();
				IssuerKeys configured = keysOf("https://issuer.invalid", endless.address())) {
			assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> configured.find(header("any")))
				.withMessageContaining("cannot be fetched");
			assertThat(endless.isHungUp()).isTrue();
		}
	}

	@Test
	void letsNobodyWaitForTheForgersOfKeyIds() {
		find(currentKeyId());
		clock.advance(IssuerKeys.PAUSE);
		issuer.fallSilent();
		Crowd forgers = Crowd.of(IssuerKeys.MOST_WAITING, () -> find("forged")).awaitWaiting();
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find("forged, too"))
			.withMessage("Too many wait for the keys");
		assertThat(find(currentKeyId())).hasSize(1);
		assertThat(forgers.isWaiting()).isTrue();
		assertThat(forgers.failures()).isEmpty();
	}

	@Test
	void refusesMetadataOfAnotherIssuer() {
		issuer.claimToBe("https://evil.example");
		assertThatExceptionOfType(IssuerAway.class).isThrownBy(() -> find(currentKeyId()));
		assertThat(issuer.keyFetches()).isZero();
	}

	@Test
	void takesTheKeysFromAConfiguredAddress() {
		try (IssuerKeys configured = keysOf("https://issuer.invalid", URI.create(issuer.keysUrl()))) {
			assertThat(configured.find(header(currentKeyId()))).hasSize(1);
		}
	}

	private IssuerKeys keysOf(String issuerUrl, @Nullable URI jwksUri) {
		return new IssuerKeys(issuerUrl, jwksUri, clock);
	}

	private String currentKeyId() {
		return issuer.keys().ec().getKeyID();
	}

	private List<PublicKey> find(String keyId) {
		return keys.find(header(keyId));
	}

	private static JWSHeader header(String keyId) {
		return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
	}

	private static List<List<PublicKey>> inParallel(Callable<List<PublicKey>> task)
			throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(20);
		try {
			List<List<PublicKey>> results = new ArrayList<>();
			for (Future<List<PublicKey>> result : threads
				.invokeAll(IntStream.range(0, 40).mapToObj((i) -> task).toList())) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
