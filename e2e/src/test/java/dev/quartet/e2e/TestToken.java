package dev.quartet.e2e;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Mints a token: a correct one unless the test changes something. */
final class TestToken {

	private final Map<String, String> header = new LinkedHashMap<>();

	private final Map<String, String> claims = new LinkedHashMap<>();

	private final TestKey key;

	TestToken(URI issuer, TestKey key) {
		this.key = key;
		header("alg", "\"ES256\"").header("typ", "\"at+jwt\"").header("kid", "\"" + key.id() + "\"");
		claim("iss", "\"" + issuer + "\"").claim("aud", "[\"" + ProtectedService.RESOURCE + "\"]")
			.claim("sub", "\"alice\"")
			.claim("client_id", "\"orders-cli\"")
			.claim("grant_id", "\"one\"")
			.claim("scope", "\"orders:read\"")
			.claim("jti", "\"" + System.nanoTime() + "\"");
		seconds("iat", 0).seconds("nbf", 0).seconds("exp", 300);
	}

	/** Says something else in the header, in JSON. */
	TestToken header(String name, String json) {
		this.header.put(name, json);
		return this;
	}

	/** Says something else, in JSON. */
	TestToken claim(String name, String json) {
		this.claims.put(name, json);
		return this;
	}

	TestToken without(String claim) {
		this.claims.remove(claim);
		return this;
	}

	TestToken seconds(String claim, long fromNow) {
		return claim(claim, String.valueOf(Instant.now().getEpochSecond() + fromNow));
	}

	String mint() {
		return sign(this.key::sign);
	}

	String signedBy(TestKey other) {
		return sign(other::sign);
	}

	/** Has no signature at all. */
	String unsigned() {
		return header("alg", "\"none\"").sign((content) -> new byte[0]);
	}

	/** Uses what is public as a secret. */
	String confused(byte[] known) {
		return header("alg", "\"HS256\"").sign((content) -> {
			try {
				Mac mac = Mac.getInstance("HmacSHA256");
				mac.init(new SecretKeySpec(known, "HmacSHA256"));
				return mac.doFinal(content);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private String sign(UnaryOperator<byte[]> signature) {
		String content = encoded(json(this.header)) + "." + encoded(json(this.claims));
		return content + "." + encoded(signature.apply(content.getBytes(StandardCharsets.US_ASCII)));
	}

	private static byte[] json(Map<String, String> members) {
		return members.entrySet()
			.stream()
			.map((member) -> "\"" + member.getKey() + "\":" + member.getValue())
			.collect(Collectors.joining(",", "{", "}"))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
