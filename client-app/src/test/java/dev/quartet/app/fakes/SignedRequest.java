package dev.quartet.app.fakes;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a request of OAuth 1.0a as a server does (RFC 5849 §3.2), on the JDK's own
 * decoders.
 */
final class SignedRequest {

	private static final Pattern PAIR = Pattern.compile("(oauth_[a-z_]+)=\"([^\"]*)\"");

	private static final Set<String> NONCES = ConcurrentHashMap.newKeySet();

	private static final long MOST_SECONDS_OFF = 300;

	private final String start;

	private final Map<String, String> protocol = new TreeMap<>();

	/** The encoded pairs that the signature covers. */
	private final List<String> covered = new ArrayList<>();

	private SignedRequest(String start) {
		this.start = start;
	}

	static SignedRequest read(HttpExchange exchange, String origin) throws IOException {
		SignedRequest request = new SignedRequest(
				exchange.getRequestMethod() + "&" + encode(origin + exchange.getRequestURI().getRawPath()) + "&");
		String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		for (MatchResult pair : PAIR.matcher(header).results().toList()) {
			String value = URLDecoder.decode(pair.group(2), StandardCharsets.UTF_8);
			if (header.startsWith("OAuth ") && request.protocol.put(pair.group(1), value) != null) {
				throw new IOException("twice: " + pair.group(1));
			}
		}
		request.protocol.forEach((name, value) -> {
			if (!"oauth_signature".equals(name)) {
				request.covered.add(encode(name) + "=" + encode(value));
			}
		});
		request.cover(exchange.getRequestURI().getRawQuery());
		if ("application/x-www-form-urlencoded".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
			request.cover(FakeServer.body(exchange));
		}
		return request;
	}

	String protocol(String name) {
		return this.protocol.getOrDefault(name, "");
	}

	boolean isFresh(Clock clock) {
		long off = clock.instant().getEpochSecond() - Long.parseLong(protocol("oauth_timestamp"));
		return Math.abs(off) < MOST_SECONDS_OFF && NONCES.add(protocol("oauth_nonce"))
				&& "1.0".equals(protocol("oauth_version"));
	}

	boolean isSignedBy(String consumerSecret, String tokenSecret, PublicKey key) {
		String secrets = encode(consumerSecret) + "&" + encode(tokenSecret);
		try {
			return switch (protocol("oauth_signature_method")) {
				case "HMAC-SHA1" -> protocol("oauth_signature").equals(mac("HmacSHA1", secrets));
				case "HMAC-SHA256" -> protocol("oauth_signature").equals(mac("HmacSHA256", secrets));
				case "RSA-SHA1" -> verifies("SHA1withRSA", key);
				case "RSA-SHA256" -> verifies("SHA256withRSA", key);
				default -> false;
			};
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String encode(@Nullable String value) {
		return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

	private void cover(@Nullable String form) {
		for (String pair : (form != null && !form.isEmpty()) ? form.split("&") : new String[0]) {
			String[] sides = (pair + "=").split("=", 3);
			this.covered.add(encode(URLDecoder.decode(sides[0], StandardCharsets.UTF_8)) + "="
					+ encode(URLDecoder.decode(sides[1], StandardCharsets.UTF_8)));
		}
	}

	private byte[] baseString() {
		// By name first, so the equals sign has to come before all that names consist of.
		List<String> sorted = this.covered.stream()
			.sorted(Comparator.comparing((pair) -> pair.replace('=', '\0')))
			.toList();
		return (this.start + encode(String.join("&", sorted))).getBytes(StandardCharsets.UTF_8);
	}

	private String mac(String algorithm, String secrets) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(algorithm);
		mac.init(new SecretKeySpec(secrets.getBytes(StandardCharsets.UTF_8), algorithm));
		return Base64.getEncoder().encodeToString(mac.doFinal(baseString()));
	}

	private boolean verifies(String algorithm, PublicKey key) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(algorithm);
		signature.initVerify(key);
		signature.update(baseString());
		return signature.verify(Base64.getDecoder().decode(protocol("oauth_signature")));
	}

}
