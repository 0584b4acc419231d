package dev.quartet.app.oauth1;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.quartet.app.registry.Credentials;
import dev.quartet.app.registry.SignatureMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** Groups the published signatures of RFC 5849, its erratum, the wiki and Twitter. */
class SignaturesTests {

	/** The key of the old wiki's test case of RSA-SHA1. */
	private static final String WIKI_KEY = """
			MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALRiMLAh9iimur8V
			A7qVvdqxevEuUkW4K+2KdMXmnQbG9Aa7k7eBjK1S+0LYmVjPKlJGNXHDGuy5Fw/d
			7rjVJ0BLB+ubPK8iA/Tw3hLQgXMRRGRXXCn8ikfuQfjUS1uZSatdLB81mydBETlJ
			hI6GH4twrbDJCR2Bwy/XWXgqgGRzAgMBAAECgYBYWVtleUzavkbrPjy0T5FMou8H
			X9u2AC2ry8vD/l7cqedtwMPp9k7TubgNFo+NGvKsl2ynyprOZR1xjQ7WgrgVB+mm
			uScOM/5HVceFuGRDhYTCObE+y1kxRloNYXnx3ei1zbeYLPCHdhxRYW7T0qcynNmw
			rn05/KO2RLjgQNalsQJBANeA3Q4Nugqy4QBUCEC09SqylT2K9FrrItqL2QKc9v0Z
			zO2uwllCbg0dwpVuYPYXYvikNHHg+aCWF+VXsb9rpPsCQQDWR9TT4ORdzoj+Nccn
			qkMsDmzt0EfNaAOwHOmVJ2RVBspPcxt5iN4HI7HNeG6U5YsFBb+/GZbgfBT3kpNG
			WPTpAkBI+gFhjfJvRw38n3g/+UeAkwMI2TJQS4n8+hid0uus3/zOjDySH3XHCUno
			cn1xOJAyZODBo47E+67R4jV1/gzbAkEAklJaspRPXP877NssM5nAZMU0/O/NGCZ+
			3jPgDUno6WbJn5cqm8MqWhW1xGkImgRk+fkDBquiq4gPiT898jusgQJAd5Zrr6Q8
			AO/0isr/3aa6O6NLQxISLKcPDk2NOccAfS/xOtfOz4sJYM3+Bs4Io9+dZGSDCA54
			Lw03eHTNQghS0A==
			""";

	private static final Credentials RFC_CONSUMER = new Credentials("dpf43f3p2l4k3l03", "kd94hf93k423kf44");

	@Test
	void asksForTemporaryCredentialsAsTheRfcDoes() {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1, RFC_CONSUMER, null);
		assertThat(sign(keys, "POST", "https://photos.example.net/initiate", Map.of("oauth_timestamp", "137131200",
				"oauth_nonce", "wIjqoS", "oauth_callback", "http://printer.example.com/ready")))
			.isEqualTo("74KNZJeDHnMBp0EMJ9ZHt/XKycU=");
	}

	@Test
	void redeemsAsTheRfcDoes() {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1, RFC_CONSUMER,
				new OAuth1Tokens("hh5s93j4hdidpola", "hdhd0244k9j7ao03"));
		assertThat(sign(keys, "POST", "https://photos.example.net/token",
				Map.of("oauth_timestamp", "137131201", "oauth_nonce", "walatlh", "oauth_verifier", "hfdp7dh39dks9884")))
			.isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
	}

	@Test
	void readsAPhotoAsTheRfcDoes() {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1, RFC_CONSUMER,
				new OAuth1Tokens("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00"));
		assertThat(sign(keys, "GET", "http://photos.example.net/photos?file=vacation.jpg&size=original",
				Map.of("oauth_timestamp", "137131202", "oauth_nonce", "chapoH")))
			.isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
	}

	// Verified erratum 2550: the RFC prints a wrong signature beside this base string.
	@Test
	void signsTheExampleAsItsErratumDoes() {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1, new Credentials("9djdj82h48djs9d2", "j49sk3j29djd"),
				new OAuth1Tokens("kkk9d7dh3k39sjv7", "dh893hdasih9"));
		assertThat(Signatures.sign(keys, SignatureBaseStringTests.RFC)).isEqualTo("r6/TJjbCOr97/+UU0NsvSne7s5g=");
	}

	@Test
	void signsWhatTwitterDocuments() {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1,
				new Credentials("xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
				new OAuth1Tokens("370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
						"LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"));
		assertThat(sign(keys, "POST", "https://api.twitter.com/1/statuses/update.json?include_entities=true",
				Map.of("oauth_timestamp", "1318622958", "oauth_nonce", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
						"oauth_version", "1.0", "status", "Hello Ladies + Gentlemen, a signed OAuth request!")))
			.isEqualTo("tnnArxj06cWHq44gCs1OSKk/jLY=");
	}

	// The wiki's cases.
	@ParameterizedTest
	@CsvSource({ "cs,'',bs,egQqG5AJep5sJ7anhXju1unge2I=", "cs,ts,bs,VZVjXceV7JgPq/dOTnNmEfO0Fv8=" })
	void joinsTheSecretsIntoAKey(String consumerSecret, String tokenSecret, String baseString, String signature) {
		OAuth1Keys keys = keys(SignatureMethod.HMAC_SHA1, new Credentials("key", consumerSecret),
				new OAuth1Tokens("token", tokenSecret));
		assertThat(Signatures.sign(keys, baseString)).isEqualTo(signature);
	}

	@ParameterizedTest
	@CsvSource({ "djr9rjt0jd78jf88,jjd999tj88uiths3,djr9rjt0jd78jf88&jjd999tj88uiths3",
			"djr9rjt0jd78jf88,jjd99$tj88uiths3,djr9rjt0jd78jf88&jjd99%24tj88uiths3", "a&b,'',a%26b&" })
	void showsTheSecretsAsPlaintext(String consumerSecret, String tokenSecret, String signature) {
		OAuth1Keys keys = keys(SignatureMethod.PLAINTEXT, new Credentials("key", consumerSecret),
				tokenSecret.isEmpty() ? null : new OAuth1Tokens("token", tokenSecret));
		assertThat(Signatures.sign(keys, "anything")).isEqualTo(signature);
	}

	@Test
	void signsWithRsaAsTheWikiDoes() throws GeneralSecurityException {
		OAuth1Keys keys = new OAuth1Keys(SignatureMethod.RSA_SHA1, new Credentials("dpf43f3p2l4k3l03", ""), null,
				wikiKey());
		assertThat(sign(keys, "GET", "http://photos.example.net/photos?file=vacaction.jpg&size=original",
				Map.of("oauth_timestamp", "1196666512", "oauth_nonce", "13917289812797014437", "oauth_version", "1.0")))
			.isEqualTo("jvTp/wX1TYtByB1m+Pbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2/9n4s5wUmUl4aCI4Bw"
					+ "praNx4RtEXMe5qg5T1LVTGliMRpKasKsW//e+RinhejgCuzoH26dyF8iY2ZZ/5D1ilgeijhV/vBka5tw"
					+ "t399mXwaYdCwFYE=");
	}

	// What oauthlib 4.0.0 (Python) and oauth-1.0a 2.2.6 (npm) both make of this request.
	@ParameterizedTest
	@CsvSource({ "HMAC_SHA1,GsXQZGAS4mAGFAuEVEWxUFYJW/A=", "HMAC_SHA256,WGW8cEUiJ3THhQ3uvnoQzLt97PU05D1OsWVYCGdpDSU=",
			"RSA_SHA1,EGSTG84x6b91Vr/HG8Luj+N5xjA8NaCC1z+UzyM71QfyZXRkf/VSOqxDB81Ba0FUcy1S87L77z3ziGPg2xIW1sFjs/aaDP8zfm5"
					+ "GIQUc28AJ+16H3/ru321a5Ix4Qfl5vwS29AAUX5DpvHfiEy6O0uS2oDjSIeRLYDxDSTG0T78=",
			"RSA_SHA256,GDilovVUpE7lv9UC9tvJEdE8eBMljJzVltaOx5E26Iv4N1Of11yXcqXod4BHAwdkIfoPOq/gropbnMYlKbDAjDIKTlsDVk60/"
					+ "FXguRMlLGf0pE1nC8gYWG1Nj2vXFtyT3IoKSd7uWuOZlXD6A7wu0RLXixnkMmtN4NqzhFD8Np4=" })
	void signsAsOtherLibrariesDo(SignatureMethod method, String signature) throws GeneralSecurityException {
		OAuth1Keys keys = new OAuth1Keys(method, new Credentials("our key", "our&secret"),
				new OAuth1Tokens("hers/+", "her secret☃"), wikiKey());
		List<Parameter> parameters = Parameter.read("a=%C3%A9&b=&a=1+1&a1=*~&status=Hello+%E2%98%83%21&empty=&a=%2B");
		assertThat(sign(keys, "POST", "https://API.example:443/1.1/update.json", parameters,
				Map.of("oauth_timestamp", "137131201", "oauth_nonce", "7d8f3e4a", "oauth_version", "1.0")))
			.isEqualTo(signature);
	}

	@ParameterizedTest
	@EnumSource(names = { "RSA_SHA1", "RSA_SHA256" })
	void isVerifiedWithThePublicKey(SignatureMethod method) throws GeneralSecurityException {
		KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
		OAuth1Keys keys = new OAuth1Keys(method, RFC_CONSUMER, null, pair.getPrivate());
		Signature verifier = Signature
			.getInstance((method == SignatureMethod.RSA_SHA1) ? "SHA1withRSA" : "SHA256withRSA");
		verifier.initVerify(pair.getPublic());
		verifier.update("base".getBytes(StandardCharsets.US_ASCII));
		assertThat(verifier.verify(Base64.getDecoder().decode(Signatures.sign(keys, "base")))).isTrue();
	}

	@Test
	void needsAKeyOfRsaForRsa() throws GeneralSecurityException {
		assertThatNullPointerException()
			.isThrownBy(() -> Signatures.sign(keys(SignatureMethod.RSA_SHA256, RFC_CONSUMER, null), "base"));
		PrivateKey other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
		assertThatIllegalStateException().isThrownBy(
				() -> Signatures.sign(new OAuth1Keys(SignatureMethod.RSA_SHA1, RFC_CONSUMER, null, other), "base"));
	}

	private static OAuth1Keys keys(SignatureMethod method, Credentials consumer, @Nullable OAuth1Tokens tokens) {
		return new OAuth1Keys(method, consumer, tokens, null);
	}

	private static PrivateKey wikiKey() throws GeneralSecurityException {
		return KeyFactory.getInstance("RSA")
			.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(WIKI_KEY)));
	}

	private static String sign(OAuth1Keys keys, String httpMethod, String address, Map<String, String> protocol) {
		String query = URI.create(address).getRawQuery();
		return sign(keys, httpMethod, address, (query != null) ? Parameter.read(query) : List.of(), protocol);
	}

	private static String sign(OAuth1Keys keys, String httpMethod, String address, List<Parameter> sent,
			Map<String, String> protocol) {
		List<Parameter> parameters = new ArrayList<>(sent);
		parameters.add(Parameter.of("oauth_consumer_key", keys.consumer().clientId()));
		parameters.add(Parameter.of("oauth_signature_method", keys.method().label()));
		if (keys.tokens() != null) {
			parameters.add(Parameter.of("oauth_token", keys.tokens().token()));
		}
		protocol.forEach((name, value) -> parameters.add(Parameter.of(name, value)));
		return Signatures.sign(keys, SignatureBaseString.of(httpMethod, URI.create(address), parameters));
	}

}
