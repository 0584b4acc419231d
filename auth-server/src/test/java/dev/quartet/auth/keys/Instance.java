package dev.quartet.auth.keys;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.transaction.PlatformTransactionManager;

/** Is what one of several servers on the same database does with the keys. */
class Instance {

	static final Duration DAY = Duration.ofDays(1);

	static final RotationSettings DEFAULTS = new RotationSettings(Duration.ofDays(90), DAY, DAY, Duration.ofSeconds(2));

	static final String SECRET = "a secret of the tests that is long enough";

	static final Seal SEAL = new Seal(new KeySecret(SECRET), new SecureRandom());

	private static final SignatureProvider PROVIDERS = SignatureProvider.fastest();

	final SigningKeys keys;

	final Queue<KeyEvent> events = new ConcurrentLinkedQueue<>();

	final KeySteps steps;

	final KeyRotation rotation;

	final KeyRing ring;

	final VerifiedTokens tokens;

	private final RotationSettings settings;

	private final Clock clock;

	Instance(SigningKeys keys, PlatformTransactionManager transactions, RotationSettings settings, Clock clock) {
		this.keys = keys;
		this.settings = settings;
		this.clock = clock;
		this.steps = new KeySteps(keys, new KeyGeneration(new SecureRandom(), clock), SEAL, clock,
				(event) -> this.events.add((KeyEvent) event), transactions);
		this.rotation = new KeyRotation(this.steps, settings, clock);
		this.ring = new KeyRing(keys, SEAL, this.rotation, PROVIDERS, clock);
		this.tokens = new VerifiedTokens(this.ring);
	}

	/** Looks after one algorithm only, since others' keys take long to make. */
	void follow() {
		this.ring.refresh();
		if (this.rotation.run(TokenAlgorithm.ES256, rows())) {
			this.ring.refresh();
		}
	}

	List<SigningKey> rows() {
		return this.keys.findAll(SigningKeys.ORDER);
	}

	SigningKey row(KeyState state) {
		return rows().stream().filter((key) -> key.is(state)).findFirst().orElseThrow();
	}

	String token(TokenAlgorithm algorithm) {
		JwsHeader header = JwsHeader.with(() -> algorithm.jws().getName()).type("at+jwt").build();
		Instant now = this.clock.instant();
		JwtClaimsSet claims = JwtClaimsSet.builder()
			.subject("alice")
			.issuedAt(now)
			.expiresAt(now.plusSeconds(300))
			.build();
		return new SignedTokenEncoder(this.ring).encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
	}

	String signer() {
		return kid(token(TokenAlgorithm.ES256));
	}

	boolean believes(String token) {
		return this.tokens.accessToken(token).isPresent();
	}

	JWKSet published() {
		return keySet(new String(this.ring.document().bytes(), StandardCharsets.UTF_8));
	}

	List<String> kids() {
		return published().getKeys().stream().map(JWK::getKeyID).toList();
	}

	/** What the operator reads after a command. */
	String operate(String... words) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new KeyOperator(this.keys, this.steps, this.settings, this.clock, SEAL,
				new PrintStream(out, true, StandardCharsets.UTF_8))
			.execute(List.of(words));
		return out.toString(StandardCharsets.UTF_8);
	}

	static String kid(String token) {
		try {
			return Objects.requireNonNull(SignedJWT.parse(token).getHeader().getKeyID());
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWKSet keySet(String json) {
		try {
			return JWKSet.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
