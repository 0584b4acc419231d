package dev.quartet.app.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds wrong entries to a message that names entry and field, never the value. */
class RefusalsTests {

	private static final String OIDC = """
			IDP_CLIENT_ID=id
			IDP_CLIENT_SECRET=hush
			IDP_ISSUER=https://id.example
			""";

	private static final String OAUTH1 = """
			OLD_CLIENT_ID=id
			OLD_CLIENT_SECRET=hush
			OLD_REQUEST_TOKEN_URL=https://old.example/request
			OLD_AUTHORIZE_URL=https://old.example/authorize
			OLD_ACCESS_TOKEN_URL=https://old.example/token
			OLD_API_BASE_URL=https://old.example/api/
			OLD_USERINFO_URL=me
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					IDP_ISSUER=http://hush.example             | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=https://user:hush@id.example    | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=hush                            | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=https://id.example?x=hush       | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=https://id.example#hush         | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=https://127.0.0.1.example\\hush | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_ISSUER=http://127.0.0.1.hush.example   | idp: issuer (IDP_ISSUER) must be an address with https
					IDP_CLIENT_SECRET=                         | idp: client-secret (IDP_CLIENT_SECRET) is missing
					IDP_CLIENT_ID=                             | idp: client-id (IDP_CLIENT_ID) is missing
					IDP_KIND=hush                              | idp: kind (IDP_KIND) must be one of oauth1, oauth2, oidc
					IDP_SCOPE=profile                          | idp: scope (IDP_SCOPE) must contain openid
					IDP_SCOPE=openid h"ush                     | idp: scope (IDP_SCOPE) holds characters
					IDP_RESPONSE_MODE=hush                     | idp: response-mode (IDP_RESPONSE_MODE) must be one of form_post, query
					IDP_ID_TOKEN_SIGNED_WITH=none              | idp: id-token-signed-with (IDP_ID_TOKEN_SIGNED_WITH) must be one of ES256
					IDP_ID_TOKEN_SIGNED_WITH=HS256             | idp: id-token-signed-with (IDP_ID_TOKEN_SIGNED_WITH) must be one of ES256
					IDP_CLIENT_AUTHENTICATION=hush             | idp: client-authentication (IDP_CLIENT_AUTHENTICATION) must be one of client_secret_basic
					IDP_CLIENT_AUTHENTICATION=none             | idp: client-secret (IDP_CLIENT_SECRET) is never sent
					IDP_SERVER_METADATA_URL=http://hush.example| idp: server-metadata-url (IDP_SERVER_METADATA_URL) must be an address
					IDP_SIGNATURE_METHOD=HMAC-SHA1             | idp: signature-method (IDP_SIGNATURE_METHOD) means nothing for kind oidc
					IDP_CLIENT_AUTHENTICATON=none              | idp: IDP_CLIENT_AUTHENTICATON is no setting, probably IDP_CLIENT_AUTHENTICATION is meant
					""")
	void namesEntryAndFieldOfOpenIdConnect(String line, String message) {
		assertThat(Reading.variables(OIDC).andVariables(line).refusal()).contains(message).doesNotContain("hush");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					OLD_SIGNATURE_METHOD=hush             | old: signature-method (OLD_SIGNATURE_METHOD) must be one of HMAC-SHA1
					OLD_SIGNATURE_METHOD=RSA-SHA256       | old: private-key (OLD_PRIVATE_KEY) is missing
					OLD_PRIVATE_KEY=key.pem               | old: private-key (OLD_PRIVATE_KEY) is only for a signature-method with RSA
					OLD_AUTHORIZE_URL=                    | old: authorize-url (OLD_AUTHORIZE_URL) is missing
					OLD_ACCESS_TOKEN_URL=http://a.example | old: access-token-url (OLD_ACCESS_TOKEN_URL) must be an address with https
					OLD_API_BASE_URL=                     | old: api-base-url (OLD_API_BASE_URL) is missing
					OLD_USERINFO_URL=                     | old: profile-url (OLD_PROFILE_URL) is missing
					OLD_USERINFO_URL=https://evil.example | old: profile-url (OLD_PROFILE_URL) must be an address relative to api-base-url
					OLD_CLIENT_SECRET=                    | old: client-secret (OLD_CLIENT_SECRET) is missing
					OLD_SCOPE=read                        | old: scope (OLD_SCOPE) means nothing for kind oauth1
					""")
	void namesEntryAndFieldOfOAuth1(String line, String message) {
		assertThat(Reading.variables(OAUTH1).andVariables(line).refusal()).contains(message).doesNotContain("hush");
	}

	@Test
	void asksForTlsWithPlaintext() {
		assertThat(Reading.variables(OAUTH1)
			.andVariables("OLD_SIGNATURE_METHOD=PLAINTEXT\nOLD_REQUEST_TOKEN_URL=http://old.example/request")
			.refusal()).contains("old: request-token-url (OLD_REQUEST_TOKEN_URL) must be an address with https");
		assertThat(Reading.variables(OAUTH1)
			.andVariables("OLD_SIGNATURE_METHOD=PLAINTEXT\nOLD_REQUEST_TOKEN_URL=http://127.0.0.1:1/request")
			.only(OAuth1Provider.class)
			.signatureMethod()).isEqualTo(SignatureMethod.PLAINTEXT);
	}

	@Test
	void readsRsaKeysAndNoOthers(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
		Path rsa = pem(folder, "RSA");
		OAuth1Provider provider = Reading.variables(OAUTH1)
			.andVariables("OLD_CLIENT_SECRET=\nOLD_SIGNATURE_METHOD=RSA-SHA1\nOLD_PRIVATE_KEY=" + rsa)
			.only(OAuth1Provider.class);
		assertThat(provider.privateKey()).isNotNull();
		assertThat(provider.credentials().clientSecret()).isEmpty();
		Path text = Files.writeString(folder.resolve("text"), "hush");
		for (Path other : new Path[] { pem(folder, "EC"), text, folder, folder.resolve("none") }) {
			assertThat(Reading.variables(OAUTH1)
				.andVariables("OLD_SIGNATURE_METHOD=RSA-SHA1\nOLD_PRIVATE_KEY=" + other)
				.refusal()).contains("old: private-key (OLD_PRIVATE_KEY) must name a readable PEM file")
				.doesNotContain("hush");
		}
	}

	@Test
	void namesAllFaultsAtOnce() {
		assertThat(Reading.yaml("""
				one:
				  client-id: id
				  client-secrt: hush
				  issuer: https://one.example
				  clientAuthentication: client_secret_post
				Two_X:
				  client-id: id
				three: { parameters: hush, issuer: 'https://three.example', client-id: id, client-secret: hush }
				four:
				  client-id: id
				  client-secret: hush
				quartet: { issuer: 'http://id.example', client-id: quartet-app, client-secret: hush }
				""").refusal())
			.contains("one: client-secret (ONE_CLIENT_SECRET) is missing",
					"one: client-secrt is no setting, probably client-secret is meant", "must be lower-case letters",
					"three: parameters has the wrong form",
					"four: server-metadata-url (FOUR_SERVER_METADATA_URL) is missing",
					"quartet: issuer (QUARTET_ISSUER) must be")
			.doesNotContain("hush", "one: clientAuthentication");
	}

	@Test
	void findsAMisspeltVariableOfAPreset() {
		assertThat(Reading.variables("GOOGLE_CLIENT_ID=id\nGOOGLE_CLIENT_SECRT=hush").refusal())
			.contains("google: client-secret (GOOGLE_CLIENT_SECRET) is missing",
					"google: GOOGLE_CLIENT_SECRT is no setting, probably GOOGLE_CLIENT_SECRET is meant")
			.doesNotContain("hush");
		assertThat(
				Reading.variables("GOOGLE_CLIENT_ID=id\nGOOGLE_CLIENT_SECRET=hush\nGOOGLE_CLIENT_IDS=1,2").read().all())
			.hasSize(1);
		assertThat(Reading.variables("GOOGLE_CLIENT_SECRET=hush").refusal())
			.contains("google: client-id (GOOGLE_CLIENT_ID) is missing");
	}

	@Test
	void tellsThePeopleOfOneOriginApart() {
		String entry = """
				%1$s:
				  client-id: id
				  client-secret: hush
				  authorize-url: https://id.example/%1$s/authorize
				  access-token-url: https://id.example/%1$s/token
				  profile-url: https://id.example/%1$s/me
				""";
		assertThat(Reading.yaml(entry.formatted("a") + entry.formatted("b")).refusal()).contains(
				"a: issuer (A_ISSUER) is missing: another entry", "b: issuer (B_ISSUER) is missing: another entry");
		assertThat(Reading.yaml(entry.formatted("a") + entry.formatted("b"))
			.andVariables("A_ISSUER=https://id.example/a\nB_ISSUER=https://id.example/b")
			.read()
			.all()).hasSize(2);
	}

	@Test
	void explainsTheRefusalWithoutAStackTrace() {
		ProvidersRefused refused = new ProvidersRefused(
				List.of(new EntryProblem("google", "client-secret", "is missing")));
		assertThat(new ProvidersRefusedAnalyzer().analyze(refused)).satisfies((analysis) -> {
			assertThat(analysis.getDescription()).contains("google: client-secret (GOOGLE_CLIENT_SECRET) is missing");
			assertThat(analysis.getAction()).contains("docs/providers.md");
		});
	}

	private static Path pem(Path folder, String algorithm) throws IOException, NoSuchAlgorithmException {
		byte[] key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
		return Files.writeString(folder.resolve(algorithm), "-----BEGIN PRIVATE KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n");
	}

}
