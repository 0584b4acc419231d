package dev.quartet.api.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Sets up how access tokens are checked and read. */
@Configuration(proxyBeanMethods = false)
class AccessTokens {

	@Bean
	IssuerKeys issuerKeys(AccessSettings settings, Clock clock) {
		return new IssuerKeys(new IssuerKeySet(settings), clock);
	}

	@Bean
	JwtDecoder accessTokenDecoder(IssuerKeys keys, AccessSettings settings, Clock clock) {
		DefaultJWTProcessor<SecurityContext> signature = new DefaultJWTProcessor<>();
		signature.setJWSKeySelector(new SignatureKeys(keys));
		signature.setJWSVerifierFactory(new SignatureVerifiers());
		// AccessTokenRules checks type and claims, with words that a client may read.
		signature.setJWSTypeVerifier((type, context) -> {
		});
		signature.setJWTClaimsSetVerifier((claims, context) -> {
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(signature);
		decoder.setClaimSetConverter(claims());
		decoder.setJwtValidator(new AccessTokenRules(settings, clock));
		return decoder;
	}

	@Bean
	JwtAuthenticationConverter callers() {
		JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
		scopes.setAuthoritiesClaimName("scope");
		JwtAuthenticationConverter callers = new JwtAuthenticationConverter();
		callers.setJwtGrantedAuthoritiesConverter(scopes);
		callers.setJwtPrincipalConverter(Caller::of);
		return callers;
	}

	// The framework's converter rewrites iss as a URL, turns any sub and jti into text
	// and
	// makes up an iat where there is none; the rules must see what was signed.
	private static Converter<Map<String, Object>, Map<String, Object>> claims() {
		MappedJwtClaimSetConverter typed = MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS,
				(issuer) -> issuer, JwtClaimNames.SUB, (subject) -> subject, JwtClaimNames.JTI, (id) -> id));
		return (signed) -> {
			Map<String, Object> claims = new HashMap<>(typed.convert(signed));
			if (!signed.containsKey(JwtClaimNames.IAT)) {
				claims.remove(JwtClaimNames.IAT);
			}
			return claims;
		};
	}

}
