package dev.quartet.api.rfc8725;

import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiClient.Answer;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestIssuer;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** RFC 8725 §3.10 and RFC 7515 §4: what a header may say, even with a good signature. */
@ApiTest
class ForgedHeaderTests {

	private final ApiClient api;

	private final TestIssuer issuer = TestIssuer.trusted();

	ForgedHeaderTests(ApiClient api) {
		this.api = api;
	}

	@Test
	void acceptsTheHeaderThatTheOthersAreMadeOf() {
		assertThat(api.get("/protected", alice().mint(alice().headerText(), alice().claimsText())).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"crit\":[]", "\"crit\":\"bork\"", "\"crit\":[\"exp\"],\"exp\":1",
			"\"crit\":[\"b64\"],\"b64\":true", "\"crit\":[\"b64\"],\"b64\":false", "\"b64\":false", "\"b64\":0" })
	void refusesExtensionsHoweverTheyAreWritten(String member) {
		refuses(with(member));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"alg\":\"none\"", "\"alg\":\"RS256\"", "\"typ\":\"JWT\"", "\"kid\":\"other\"" })
	void refusesAMemberThatIsThereTwice(String member) {
		refuses(with(member));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"jwk\":{}", "\"jwk\":7", "\"jku\":7", "\"jku\":\"file:///etc/passwd\"",
			"\"x5u\":\"http://127.0.0.1:1/\"", "\"x5c\":[]", "\"x5c\":[\"MIIB\"]", "\"x5c\":\"MIIB\"" })
	void refusesAKeyOrItsAddress(String member) {
		refuses(with(member));
	}

	@Test
	void refusesACertificateChain() {
		refuses(alice().header((header) -> header.x509CertChain(List.of(new Base64("MIIB")))).mint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}", "{", "[]", "null", "7", "\"ES256\"", "{\"alg\":\"ES256\"",
			"{\"typ\":\"at+jwt\"}", "{\"alg\":7,\"typ\":\"at+jwt\"}", "{\"alg\":null,\"typ\":\"at+jwt\"}",
			"{\"alg\":\"es256\",\"typ\":\"at+jwt\"}", "{\"alg\":\"ES256 \",\"typ\":\"at+jwt\"}",
			"{\"alg\":\"ES256\",\"typ\":7}", "{\"alg\":\"ES256\",\"typ\":null}",
			"{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":7}" })
	void refusesAHeaderThatSaysLess(String header) {
		refuses(alice().mint(header, alice().claimsText()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "7", "\"alice\"" })
	void refusesWhatAreNoClaims(String claims) {
		refuses(alice().mint(alice().headerText(), claims));
	}

	@ParameterizedTest
	@CsvSource({ "PS256, RS256", "RS256, PS256", "RS256, RS512", "ES256, EdDSA", "EdDSA, ES256" })
	void refusesASignatureUnderTheNameOfAnotherAlgorithm(String used, String named) {
		TestToken token = alice().signedWith(JWSAlgorithm.parse(used));
		refuses(token.mint(token.headerText().replace(used, named), token.claimsText()));
	}

	@Test
	void looksForTheKeyThatATokenDoesNotName() throws JOSEException {
		String unnamed = alice().sign(new ECDSASigner(issuer.keys().ec()), null);
		assertThat(api.get("/protected", unnamed).status()).isEqualTo(200);
		try (TestIssuer stranger = new TestIssuer()) {
			refuses(alice().sign(new ECDSASigner(stranger.keys().ec()), null));
		}
	}

	@Test
	void refusesWhatIsEncryptedNestedOrSpeltAsJson() {
		String token = alice().mint();
		String[] parts = token.split("\\.", -1);
		refuses(Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + ".." + String.join(".", parts));
		refuses(alice().mint("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"cty\":\"JWT\"}", token));
		refuses("{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
				+ "\"}");
	}

	private static TestToken alice() {
		return TestToken.person("alice");
	}

	private static String with(String member) {
		return alice().mint(alice().headerText().replaceFirst("}$", "," + member + "}"), alice().claimsText());
	}

	private void refuses(String token) {
		Answer answer = api.get("/protected", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.challenge()).startsWith("Bearer error=\"invalid_token\"");
	}

}
