package dev.quartet.api.access.keys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/** Reads where an issuer's endpoints are (RFC 8414, OpenID Connect Discovery). */
public final class IssuerMetadata {

	// Key sets have a media type of their own, which not every issuer uses.
	private static final String ANYTHING = "application/json, */*;q=0.5";

	private static final int MAX_BYTES = 128 * 1024;

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
		return ShortAnswers.to(HttpRequest.newBuilder(address).header("Accept", ANYTHING), MAX_BYTES);
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
