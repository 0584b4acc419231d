package dev.quartet.app.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Decides which ID tokens are genuine (OpenID Connect Core 1.0 §3.1.3.7). Unlike
 * {@link OidcIdTokenDecoderFactory} it allows several algorithms and keeps the keys
 * between sign-ins.
 */
@Component
class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private static final Set<SignatureAlgorithm> TRUSTED = EnumSet.of(SignatureAlgorithm.RS256,
			SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);

	private static final Duration SKEW = Duration.ofSeconds(60);

	private final Map<ClientRegistration, JwtDecoder> decoders = new ConcurrentHashMap<>();

	private final RestTemplate http;

	private final Clock clock;

	IdTokenDecoders(ClientHttpRequestFactory outbound, Clock clock) {
		this.http = new RestTemplate(outbound);
		this.clock = clock;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		JwtDecoder known = this.decoders.get(registration);
		if (known != null) {
			return known;
		}
		this.decoders.keySet().removeIf((old) -> old.getRegistrationId().equals(registration.getRegistrationId()));
		return this.decoders.computeIfAbsent(registration, this::build);
	}

	private JwtDecoder build(ClientRegistration registration) {
		String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithms((algorithms) -> algorithms.addAll(algorithmsOf(registration)))
			.restOperations(this.http)
			.build();
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		decoder.setJwtValidator(rulesFor(registration));
		return decoder;
	}

	/** What both sides know; RS256 is the algorithm of who says nothing. */
	static Set<SignatureAlgorithm> algorithmsOf(ClientRegistration registration) {
		Set<SignatureAlgorithm> allowed = EnumSet.noneOf(SignatureAlgorithm.class);
		Object listed = registration.getProviderDetails()
			.getConfigurationMetadata()
			.get("id_token_signing_alg_values_supported");
		if (listed instanceof Collection<?> names) {
			TRUSTED.stream().filter((algorithm) -> names.contains(algorithm.getName())).forEach(allowed::add);
		}
		return allowed.isEmpty() ? EnumSet.of(SignatureAlgorithm.RS256) : allowed;
	}

	private OAuth2TokenValidator<Jwt> rulesFor(ClientRegistration registration) {
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(this.clock);
		OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
		claims.setClockSkew(SKEW);
		claims.setClock(this.clock);
		// The type keeps access tokens (at+jwt) and logout tokens out (RFC 8725 §3.11).
		return new DelegatingOAuth2TokenValidator<>(JwtTypeValidator.jwt(), times, claims);
	}

}
