package dev.quartet.app.registry;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows what becomes a provider, and from where. */
@ExtendWith(OutputCaptureExtension.class)
class RegistryTests {

	private static final String EVERY_KIND = """
			keycloak:
			  kind: oidc
			  title: Our Keycloak
			  client-id: id
			  client-secret: hush
			  issuer: https://id.example/realms/a
			  scope: openid  profile offline_access
			  client-authentication: client_secret_post
			  id-token-signed-with: ES256
			  response-mode: form_post
			  parameters:
			    prompt: consent
			legacy-one:
			  client-id: id
			  client-secret: hush
			  authorize-url: https://old.example/authorize
			  access-token-url: https://old.example/token
			  api-base-url: https://api.old.example/v1
			  profile-url: /me
			  profile:
			    subject: user.id
			ancient:
			  client-id: key
			  client-secret: hush
			  request-token-url: http://localhost:9999/initiate
			  authorize-url: http://localhost:9999/authorize
			  access-token-url: http://localhost:9999/token
			  api-base-url: http://localhost:9999/api
			  userinfo-url: me.json
			  issuer: https://ancient.example
			  signature-method: hmac-sha256
			""";

	@Test
	void readsEveryKindFromYaml() {
		List<Provider> all = Reading.yaml(EVERY_KIND).read().all();
		assertThat(all).containsExactly(
				new OidcProvider("keycloak", "Our Keycloak", new Credentials("id", "hush"),
						"https://id.example/realms/a/.well-known/openid-configuration", "https://id.example/realms/a",
						List.of("openid", "profile", "offline_access"), ClientAuthentication.CLIENT_SECRET_POST,
						"ES256", true, Map.of("prompt", "consent")),
				new OAuth2Provider("legacy-one", "Legacy one", new Credentials("id", "hush"), "https://old.example",
						"https://old.example/authorize", "https://old.example/token", "https://api.old.example/v1/me",
						new ProfileFields("user.id", null, null, null, null), List.of(),
						ClientAuthentication.CLIENT_SECRET_BASIC, Map.of()),
				new OAuth1Provider("ancient", "Ancient", new Credentials("key", "hush"), "https://ancient.example",
						"http://localhost:9999/initiate", "http://localhost:9999/authorize",
						"http://localhost:9999/token", "http://localhost:9999/api/", "me.json",
						new ProfileFields("sub", "name", "preferred_username", "email", "picture"),
						SignatureMethod.HMAC_SHA256, null));
		assertThat(all.toString()).doesNotContain("hush");
	}

	@Test
	void takesTheKindFromTheAddressesOfVariables() {
		Providers providers = Reading.variables("""
				MY_IDP_CLIENT_ID=id
				MY_IDP_CLIENT_SECRET="hush"
				MY_IDP_SERVER_METADATA_URL=https://id.example/.well-known/openid-configuration
				B_CLIENT_ID=id
				B_CLIENT_SECRET=hush
				B_AUTHORIZE_URL=https://b.example/authorize
				B_ACCESS_TOKEN_URL=https://b.example/token
				B_USERINFO_URL=https://b.example/me
				B_PROFILE_SUBJECT=id
				A_CLIENT_ID=id
				A_CLIENT_SECRET=hush
				A_REQUEST_TOKEN_URL=https://a.example/request
				A_AUTHORIZE_URL=https://a.example/authorize
				A_ACCESS_TOKEN_URL=https://a.example/token
				A_API_BASE_URL=https://a.example/
				A_USERINFO_URL=https://a.example/me
				A_SIGNATURE_METHOD=PLAINTEXT
				""").read();
		assertThat(providers.all()).extracting(Provider::name).containsExactly("a", "b", "my-idp");
		assertThat(providers.find("a").orElseThrow()).isInstanceOf(OAuth1Provider.class)
			.hasFieldOrPropertyWithValue("profileUrl", "me");
		assertThat(providers.find("b").orElseThrow()).isInstanceOf(OAuth2Provider.class);
		assertThat(providers.find("my-idp").orElseThrow()).isInstanceOf(OidcProvider.class)
			.hasFieldOrPropertyWithValue("title", "My idp")
			.hasFieldOrPropertyWithValue("credentials", new Credentials("id", "hush"));
	}

	@Test
	void letsVariablesWinAndPutsQuartetFirst() {
		Providers providers = Reading.yaml("""
				zeta:
				  issuer: https://zeta.example
				  client-id: written
				alpha:
				  issuer: https://alpha.example
				  client-id: id
				  client-authentication: none
				quartet:
				  issuer: http://localhost:9000
				  client-id: quartet-app
				  client-secret: hush
				""").andVariables("""
				ZETA_CLIENT_ID=said
				ZETA_CLIENT_SECRET=hush
				ZETA_TITLE=
				QUARTET_CLIENT_ID=other
				QUARTET_APP_CLIENT_ID=other
				GOOGLE_CLIENT_ID=id
				GOOGLE_CLIENT_SECRET=hush
				""").read();
		assertThat(providers.all()).extracting(Provider::name).containsExactly("quartet", "zeta", "alpha", "google");
		assertThat(providers.all()).extracting((provider) -> provider.credentials().clientId())
			.containsExactly("quartet-app", "said", "id", "id");
		assertThat(providers.find("alpha").orElseThrow().credentials().clientSecret()).isEmpty();
	}

	@Test
	void leavesQuartetOutWithoutItsSecret() {
		assertThat(Reading
			.yaml("quartet:\n  issuer: http://localhost:9000\n  client-id: quartet-app\n  client-secret: ''\n")
			.read()
			.all()).isEmpty();
	}

	@Test
	void ignoresWhatBelongsToOtherPrograms(CapturedOutput output) {
		assertThat(Reading.variables("AZURE_CLIENT_ID=id\nAZURE_CLIENT_SECRET=hush\nQUARTET_FOO_CLIENT_ID=id")
			.read()
			.all()).isEmpty();
		assertThat(output).contains("AZURE_CLIENT_ID is ignored: AZURE_SERVER_METADATA_URL is missing")
			.doesNotContain("hush", "FOO");
	}

	@Test
	void keepsTheIssuerThatIsGiven() {
		OidcProvider provider = Reading.variables("""
				AUTH_CLIENT_ID=id
				AUTH_CLIENT_SECRET=hush
				AUTH_ISSUER=https://id.example/
				AUTH_SERVER_METADATA_URL=https://id.example/.well-known/oauth-authorization-server
				""").only(OidcProvider.class);
		assertThat(provider.issuer()).isEqualTo("https://id.example/");
		assertThat(provider.metadataUrl()).isEqualTo("https://id.example/.well-known/oauth-authorization-server");
		assertThat(Reading.yaml("auth:\n  client-id: id\n  client-secret: hush\n  issuer: https://id.example/\n")
			.only(OidcProvider.class)
			.metadataUrl()).isEqualTo("https://id.example/.well-known/openid-configuration");
	}

}
