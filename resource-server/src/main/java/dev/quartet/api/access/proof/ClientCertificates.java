package dev.quartet.api.access.proof;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.util.UriUtils;

/**
 * Decides whether the sender presented the client certificate that a token is bound to
 * (RFC 8705 §3).
 */
final class ClientCertificates {

	private static final String OF_CONNECTION = "jakarta.servlet.request.X509Certificate";

	private static final Pattern PEM = Pattern
		.compile("\\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----\\s*");

	// A byte sequence of structured fields (RFC 9440 §2.1).
	private static final Pattern BYTES = Pattern.compile("\\s*:([A-Za-z0-9+/=]+):\\s*");

	private final CertificateSettings settings;

	private final List<IpAddressMatcher> proxies;

	ClientCertificates(CertificateSettings settings) {
		this.settings = settings;
		this.proxies = settings.trusted();
	}

	boolean areOffered() {
		return settings.enabled();
	}

	void check(HttpServletRequest request, String thumbprint) {
		if (!settings.enabled()) {
			throw ProofRefused.badToken("Tokens that are bound to a certificate are not supported");
		}
		byte[] certificate = presented(request)
			.orElseThrow(() -> ProofRefused.badToken("The token needs the client certificate that it is bound to"));
		if (!Sha256.areEqual(Sha256.base64(certificate), thumbprint)) {
			throw ProofRefused.badToken("The token is bound to another client certificate");
		}
	}

	// What a proxy says of its caller counts, and not the proxy's own certificate; nobody
	// else who sends the header is listened to.
	private Optional<byte[]> presented(HttpServletRequest request) {
		String peer = peer(request);
		boolean byProxy = settings.hasHeader() && proxies.stream().anyMatch((proxy) -> proxy.matches(peer));
		return byProxy ? ofHeader(request) : ofConnection(request);
	}

	// A wrapper may answer with the address that a header claims.
	private static String peer(ServletRequest request) {
		ServletRequest received = request;
		while (received instanceof ServletRequestWrapper wrapper) {
			received = wrapper.getRequest();
		}
		return received.getRemoteAddr();
	}

	private Optional<byte[]> ofHeader(HttpServletRequest request) {
		List<String> values = Collections.list(request.getHeaders(settings.header()));
		return values.size() == 1 ? decode(values.get(0)) : Optional.empty();
	}

	// Their hash is compared, so what is no certificate matches nothing.
	private static Optional<byte[]> decode(String value) {
		try {
			Matcher bytes = BYTES.matcher(value);
			if (bytes.matches()) {
				return Optional.of(Base64.getDecoder().decode(bytes.group(1)));
			}
			Matcher pem = PEM.matcher(UriUtils.decode(value, StandardCharsets.UTF_8));
			return pem.matches() ? Optional.of(Base64.getMimeDecoder().decode(pem.group(1))) : Optional.empty();
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	private static Optional<byte[]> ofConnection(HttpServletRequest request) {
		if (!(request.getAttribute(OF_CONNECTION) instanceof X509Certificate[] chain) || chain.length == 0) {
			return Optional.empty();
		}
		try {
			return Optional.of(chain[0].getEncoded());
		}
		catch (CertificateEncodingException malformed) {
			return Optional.empty();
		}
	}

}
