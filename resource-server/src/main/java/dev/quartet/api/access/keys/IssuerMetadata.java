package dev.quartet.api.access.keys;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;

/** Reads where an issuer's endpoints are (RFC 8414, OpenID Connect Discovery). */
public final class IssuerMetadata {

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final int MAX_BYTES = 128 * 1024;

	private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);

	private final String issuer;

	public IssuerMetadata(String issuer) {
		this.issuer = issuer;
	}

	/** Asks the issuer under which address it has what {@code name} stands for. */
	public URI address(String name) throws IOException, ParseException {
		URI address = JSONObjectUtils.getURI(discover(), name);
		boolean downgraded = issuer.startsWith("https:") && address != null && !"https".equals(address.getScheme());
		if (address == null || downgraded) {
			throw new ParseException("the metadata names no safe " + name, 0);
		}
		return address;
	}

	String get(URI address) throws IOException {
		return http.retrieveResource(address.toURL()).getContent();
	}

	// A page for people may stand where the first was looked for.
	private Map<String, Object> discover() throws IOException {
		IOException failure = new IOException("no metadata");
		for (URI address : addresses(URI.create(issuer))) {
			try {
				return own(JSONObjectUtils.parse(get(address)));
			}
			catch (IOException absent) {
				failure = absent;
			}
			catch (ParseException unusable) {
				failure = new IOException(unusable.getMessage(), unusable);
			}
		}
		throw failure;
	}

	// Metadata of another issuer must not be used (RFC 8414 §3.3).
	private Map<String, Object> own(Map<String, Object> metadata) throws ParseException {
		if (!issuer.equals(metadata.get("issuer"))) {
			throw new ParseException("the metadata belongs to another issuer", 0);
		}
		return metadata;
	}

	// RFC 8414 §3.1 puts the well-known part before the issuer's path, OpenID Connect
	// Discovery §4 behind it.
	private static List<URI> addresses(URI issuer) {
		String host = issuer.getScheme() + "://" + issuer.getRawAuthority();
		String path = issuer.getRawPath().replaceAll("/$", "");
		return List.of(URI.create(host + "/.well-known/oauth-authorization-server" + path),
				URI.create(host + path + "/.well-known/openid-configuration"));
	}

}
