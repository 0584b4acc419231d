package dev.quartet.app.oauth1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import dev.quartet.app.oauth1.OAuth1Refused.Reason;
import dev.quartet.app.registry.SignatureMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Signs each call of a {@code RestClient} (RFC 5849 §3).
 * <p>
 * The signature covers the method, the address, the query, the protocol parameters and,
 * where the body is a form, its fields (§3.4.1); of any other body it covers nothing. The
 * protocol parameters travel in the Authorization header (§3.5.1), which is replaced.
 * Nonce and timestamp are new for each call (§3.3). PLAINTEXT leaves over TLS only
 * (§3.4.4).
 *
 * <pre>
 * RestClient.builder().requestInterceptor(new OAuth1Interceptor(keys, clock, random)).build();
 * </pre>
 */
public final class OAuth1Interceptor implements ClientHttpRequestInterceptor {

	private static final String SIGNATURE = "oauth_signature";

	private static final int NONCE_BYTES = 16;

	private final OAuth1Keys keys;

	private final List<Parameter> further;

	private final Clock clock;

	private final SecureRandom random;

	public OAuth1Interceptor(OAuth1Keys keys, Clock clock, SecureRandom random) {
		this(keys, List.of(), clock, random);
	}

	/**
	 * Signs one further protocol parameter in.
	 * @param further {@code oauth_callback} (§2.1) or {@code oauth_verifier} (§2.3)
	 */
	OAuth1Interceptor(OAuth1Keys keys, Parameter further, Clock clock, SecureRandom random) {
		this(keys, List.of(further), clock, random);
	}

	private OAuth1Interceptor(OAuth1Keys keys, List<Parameter> further, Clock clock, SecureRandom random) {
		this.keys = keys;
		this.further = further;
		this.clock = clock;
		this.random = random;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (this.keys.method() == SignatureMethod.PLAINTEXT
				&& !"https".equalsIgnoreCase(request.getURI().getScheme())) {
			throw new OAuth1Refused(Reason.PLAINTEXT_WITHOUT_TLS, "PLAINTEXT would show its secrets to the network");
		}
		request.getHeaders().set(HttpHeaders.AUTHORIZATION, authorization(request, body));
		return execution.execute(request, body);
	}

	private String authorization(HttpRequest request, byte[] body) {
		List<Parameter> protocol = protocolParameters();
		List<Parameter> covered = new ArrayList<>(protocol);
		covered.addAll(sent(request.getURI().getRawQuery(), protocol));
		covered.addAll(sent(form(request, body), protocol));
		String baseString = SignatureBaseString.of(request.getMethod().name(), request.getURI(), covered);
		protocol.add(Parameter.of(SIGNATURE, Signatures.sign(this.keys, baseString)));
		return protocol.stream()
			.map((parameter) -> parameter.name() + "=\"" + parameter.value() + "\"")
			.collect(Collectors.joining(", ", "OAuth ", ""));
	}

	private List<Parameter> protocolParameters() {
		List<Parameter> parameters = new ArrayList<>();
		parameters.add(Parameter.of("oauth_consumer_key", this.keys.consumer().clientId()));
		if (this.keys.tokens() != null) {
			parameters.add(Parameter.of("oauth_token", this.keys.tokens().token()));
		}
		parameters.add(Parameter.of("oauth_signature_method", this.keys.method().label()));
		parameters.add(Parameter.of("oauth_timestamp", Long.toString(this.clock.instant().getEpochSecond())));
		parameters.add(Parameter.of("oauth_nonce", nonce()));
		parameters.add(Parameter.of("oauth_version", "1.0"));
		parameters.addAll(this.further);
		return parameters;
	}

	private String nonce() {
		byte[] bytes = new byte[NONCE_BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	// A protocol parameter MUST NOT appear more than once in a request (§3.1).
	private static List<Parameter> sent(@Nullable String form, List<Parameter> protocol) {
		List<Parameter> parameters = (form != null) ? Parameter.read(form) : List.of();
		for (Parameter parameter : parameters) {
			if (SIGNATURE.equals(parameter.name())
					|| protocol.stream().anyMatch((ours) -> ours.name().equals(parameter.name()))) {
				throw new IllegalArgumentException("The request has its own " + parameter.name());
			}
		}
		return parameters;
	}

	// A body of several parts, or of anything but a form, is not covered (§3.4.1.3.1).
	private static @Nullable String form(HttpRequest request, byte[] body) {
		MediaType type = request.getHeaders().getContentType();
		return MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type)
				? new String(body, StandardCharsets.UTF_8) : null;
	}

}
