package dev.quartet.api.access;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the issuer's key set, at the configured address or where its metadata says. */
final class IssuerKeySet implements JWKSetSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeySet.class);

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final int MAX_BYTES = 128 * 1024;

	private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);

	private final AccessSettings settings;

	IssuerKeySet(AccessSettings settings) {
		this.settings = settings;
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
			throws JWKSetUnavailableException {
		try {
			URI address = settings.jwksUri() != null ? settings.jwksUri() : discover();
			return JWKSet.parse(get(address));
		}
		catch (IOException | ParseException | IllegalArgumentException cause) {
			log.warn("Cannot fetch the keys of {}: {}", settings.issuer(), cause.getMessage());
			throw new JWKSetUnavailableException("The keys of the issuer cannot be fetched", cause);
		}
	}

	private URI discover() throws IOException, ParseException {
		IOException failure = new IOException("no metadata");
		for (URI address : metadataAddresses(URI.create(settings.issuer()))) {
			try {
				return jwksUri(JSONObjectUtils.parse(get(address)));
			}
			catch (IOException absent) {
				failure = absent;
			}
		}
		throw failure;
	}

	// RFC 8414 §3.1 puts the well-known part before the issuer's path, OpenID Connect
	// Discovery §4 behind it.
	private static List<URI> metadataAddresses(URI issuer) {
		String host = issuer.getScheme() + "://" + issuer.getRawAuthority();
		String path = issuer.getRawPath().replaceAll("/$", "");
		return List.of(URI.create(host + "/.well-known/oauth-authorization-server" + path),
				URI.create(host + path + "/.well-known/openid-configuration"));
	}

	private URI jwksUri(Map<String, Object> metadata) throws ParseException {
		// Metadata of another issuer must not be used (RFC 8414 §3.3).
		if (!settings.issuer().equals(metadata.get("issuer"))) {
			throw new ParseException("the metadata belongs to another issuer", 0);
		}
		URI address = JSONObjectUtils.getURI(metadata, "jwks_uri");
		boolean downgraded = settings.issuer().startsWith("https:") && address != null
				&& !"https".equals(address.getScheme());
		if (address == null || downgraded) {
			throw new ParseException("the metadata names no safe jwks_uri", 0);
		}
		return address;
	}

	private String get(URI address) throws IOException {
		return http.retrieveResource(address.toURL()).getContent();
	}

	@Override
	public void close() {
		// Every fetch closes its own connection.
	}

}
