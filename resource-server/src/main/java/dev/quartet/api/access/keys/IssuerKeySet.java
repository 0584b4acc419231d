package dev.quartet.api.access.keys;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches an issuer's key set, at the configured address or where its metadata says. */
final class IssuerKeySet {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeySet.class);

	private final String issuer;

	private final @Nullable URI address;

	private final IssuerMetadata metadata;

	IssuerKeySet(String issuer, @Nullable URI address) {
		this.issuer = issuer;
		this.address = address;
		this.metadata = new IssuerMetadata(issuer);
	}

	Optional<JWKSet> fetch() {
		try {
			URI keys = address != null ? address : metadata.address("jwks_uri");
			return Optional.of(JWKSet.parse(metadata.get(keys)));
		}
		catch (IOException | ParseException | IllegalArgumentException cause) {
			log.warn("Cannot fetch the keys of {}: {}", issuer, cause.getMessage());
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return issuer;
	}

}
