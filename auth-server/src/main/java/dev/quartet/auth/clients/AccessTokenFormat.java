package dev.quartet.auth.clients;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.EnumeratedValue;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;

/** Says what a client's access tokens are. */
public enum AccessTokenFormat {

	/** Signed, readable by the resource server (RFC 9068). */
	JWT("jwt"),

	/** A reference that only introspection can resolve (RFC 7662). */
	OPAQUE("opaque");

	@EnumeratedValue
	private final String value;

	AccessTokenFormat(String value) {
		this.value = value;
	}

	public static Optional<AccessTokenFormat> of(String value) {
		return Stream.of(values()).filter((format) -> format.value.equals(value)).findFirst();
	}

	static AccessTokenFormat of(OAuth2TokenFormat format) {
		return format.equals(OAuth2TokenFormat.REFERENCE) ? OPAQUE : JWT;
	}

	OAuth2TokenFormat format() {
		return (this == OPAQUE) ? OAuth2TokenFormat.REFERENCE : OAuth2TokenFormat.SELF_CONTAINED;
	}

}
