package dev.quartet.api.access.proof;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.quartet.api.TestProof;
import dev.quartet.api.MovableClock;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Is one instance of an API that checks proofs, at a time that the test sets. */
public final class CheckedApi {

	public static final String RESOURCE = "https://api.example";

	public static final String TOKEN = "access.token.1";

	public static final String SUBJECT = "https://id.example alice";

	/** What the token is bound to unless the test says otherwise. */
	public static final Confirmation BOUND = new Confirmation(TestProof.thumbprint(TestProof.KEYS.ec()), null);

	public static final String NONCE_SECRET = "a secret that all instances have";

	private final MovableClock clock;

	private final Proofs proofs;

	CheckedApi(ProofSettings settings, CertificateSettings certificates, SeenProofs seen, MovableClock clock) {
		this.clock = clock;
		Addresses addresses = new Addresses(List.of(URI.create(RESOURCE), URI.create("http://inside:8090/v1/")));
		this.proofs = new Proofs(settings.enabled(), new DpopCheck(settings, addresses, seen, clock),
				new ClientCertificates(certificates));
	}

	public static CheckedApi start() {
		return with(settings(true, false));
	}

	public static CheckedApi withoutDpop() {
		return with(settings(false, false));
	}

	/** Starts one that takes so many proofs of a key in a second. */
	public static CheckedApi withLimit(int perKey) {
		return with(new ProofSettings(true, Duration.ofSeconds(30), List.of(), perKey, 10 * perKey, false, ""));
	}

	/** Starts an instance that remembers proofs there. */
	static CheckedApi remembering(SeenProofs seen, MovableClock clock) {
		return new CheckedApi(settings(true, false), new CertificateSettings(false, "", List.of()), seen, clock);
	}

	/** Starts an instance that demands nonces; those at one clock are of one service. */
	public static CheckedApi withNonces(MovableClock clock) {
		return new CheckedApi(settings(true, true), new CertificateSettings(false, "", List.of()), memory(), clock);
	}

	/**
	 * Starts one that takes certificates, from a proxy's header too where one is named.
	 */
	public static CheckedApi withCertificates(String header, String... proxies) {
		return new CheckedApi(settings(true, false), new CertificateSettings(true, header, List.of(proxies)), memory(),
				new MovableClock());
	}

	public Proofs proofs() {
		return proofs;
	}

	public Instant now() {
		return clock.instant();
	}

	public void pass(Duration time) {
		clock.advance(time);
	}

	/** Begins a good proof for {@code GET /notes}. */
	public TestProof proof() {
		return TestProof.of(now(), "GET", RESOURCE + "/notes", TOKEN);
	}

	/** Makes the call that {@link #proof()} is for. */
	public Map<String, String> call(TestProof proof) {
		return call(proof.mint());
	}

	public Map<String, String> call(String proof) {
		return proofs.check(request(proof), Scheme.DPOP, TOKEN, BOUND, SUBJECT);
	}

	public ProofRefused refusal(TestProof proof) {
		return refusal(proof.mint());
	}

	public ProofRefused refusal(String... proofs) {
		return refusal(request(proofs), Scheme.DPOP, BOUND);
	}

	public ProofRefused refusal(HttpServletRequest request, Scheme scheme, Confirmation confirmation) {
		return refusal(request, scheme, TOKEN, confirmation);
	}

	/** Calls with another token, which is bound to the same key. */
	public ProofRefused refusalOf(String token, String proof) {
		return refusal(request(proof), Scheme.DPOP, token, BOUND);
	}

	private ProofRefused refusal(HttpServletRequest request, Scheme scheme, String token, Confirmation confirmation) {
		return catchThrowableOfType(ProofRefused.class,
				() -> proofs.check(request, scheme, token, confirmation, SUBJECT).isEmpty());
	}

	public static MockHttpServletRequest request(String... proofs) {
		return requestTo("/notes", proofs);
	}

	// What a request says of its host must not matter.
	public static MockHttpServletRequest requestTo(String path, String... proofs) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServerName("evil.example");
		request.addHeader("X-Forwarded-Host", "evil.example");
		for (String proof : proofs) {
			request.addHeader("DPoP", proof);
		}
		return request;
	}

	/**
	 * Shows the request as the application sees it once Spring has read the forwarded
	 * headers.
	 */
	public static HttpServletRequest forwarded(MockHttpServletRequest request) {
		MockFilterChain chain = new MockFilterChain();
		try {
			new ForwardedHeaderFilter().doFilter(request, new MockHttpServletResponse(), chain);
		}
		catch (ServletException | IOException failure) {
			throw new IllegalStateException(failure);
		}
		return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
	}

	private static CheckedApi with(ProofSettings settings) {
		return new CheckedApi(settings, new CertificateSettings(false, "", List.of()), memory(), new MovableClock());
	}

	private static SeenProofs memory() {
		return new SeenProofsInMemory(10_000);
	}

	private static ProofSettings settings(boolean enabled, boolean nonce) {
		return new ProofSettings(enabled, Duration.ofSeconds(30), List.of(), 1000, 10_000, nonce, NONCE_SECRET);
	}

}
