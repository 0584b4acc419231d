package dev.quartet.app.registry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Shows what an id and a secret alone make. */
class PresetsTests {

	private static final String COMMON = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

	@ParameterizedTest
	@ValueSource(strings = { "GOOGLE", "GITLAB", "MICROSOFT", "GITHUB", "FACEBOOK", "X", "TWITTER" })
	void appearsWithIdAndSecretOnly(String name) {
		assertThat(Reading.nothing().read().all()).isEmpty();
		Provider provider = Reading.variables(name + "_CLIENT_ID=id\n" + name + "_CLIENT_SECRET=hush")
			.only(Provider.class);
		assertThat(provider.name()).isEqualToIgnoringCase(name);
		assertThat(provider.credentials()).isEqualTo(new Credentials("id", "hush"));
		assertThat(provider.toString()).doesNotContain("hush");
	}

	@Test
	void staysAwayWhileItsLinesAreEmpty() {
		assertThat(Reading.variables("GOOGLE_CLIENT_ID=\nGOOGLE_CLIENT_SECRET= \nGITHUB_SCOPE=read:user")
			.andYaml("gitlab:\n  client-id: ''\n  client-secret: ''\n")
			.read()
			.all()).isEmpty();
	}

	@Test
	void knowsGoogle() {
		OidcProvider google = preset("GOOGLE", OidcProvider.class);
		assertThat(google.title()).isEqualTo("Google");
		assertThat(google.issuer()).isEqualTo("https://accounts.google.com");
		assertThat(google.metadataUrl()).isEqualTo("https://accounts.google.com/.well-known/openid-configuration");
		assertThat(google.scopes()).containsExactly("openid", "profile", "email");
		assertThat(google.authentication()).isNull();
		assertThat(google.formPost()).isFalse();
	}

	@Test
	void keepsTheTenantOfMicrosoftOpen() {
		OidcProvider microsoft = preset("MICROSOFT", OidcProvider.class);
		assertThat(microsoft.metadataUrl()).isEqualTo(COMMON);
		assertThat(microsoft.issuer()).isEqualTo("https://login.microsoftonline.com/{tenantid}/v2.0");
	}

	@Test
	void knowsGitHub() {
		OAuth2Provider github = preset("GITHUB", OAuth2Provider.class);
		assertThat(github.title()).isEqualTo("GitHub");
		assertThat(github.issuer()).isEqualTo("https://github.com");
		assertThat(github.authorizationUrl()).isEqualTo("https://github.com/login/oauth/authorize");
		assertThat(github.tokenUrl()).isEqualTo("https://github.com/login/oauth/access_token");
		assertThat(github.profileUrl()).isEqualTo("https://api.github.com/user");
		assertThat(github.profile()).isEqualTo(new ProfileFields("id", "name", "login", "email", "avatar_url"));
		assertThat(github.scopes()).containsExactly("read:user", "user:email");
	}

	@Test
	void knowsX() {
		OAuth2Provider x = preset("X", OAuth2Provider.class);
		assertThat(x.issuer()).isEqualTo("https://x.com");
		assertThat(x.tokenUrl()).isEqualTo("https://api.x.com/2/oauth2/token");
		assertThat(x.authentication()).isEqualTo(ClientAuthentication.CLIENT_SECRET_BASIC);
		assertThat(x.profile().subject()).isEqualTo("data.id");
	}

	@Test
	void knowsTwitter() {
		OAuth1Provider twitter = preset("TWITTER", OAuth1Provider.class);
		assertThat(twitter.requestTokenUrl()).isEqualTo("https://api.twitter.com/oauth/request_token");
		assertThat(twitter.authorizeUrl()).isEqualTo("https://api.twitter.com/oauth/authenticate");
		assertThat(twitter.accessTokenUrl()).isEqualTo("https://api.twitter.com/oauth/access_token");
		assertThat(twitter.apiBaseUrl()).isEqualTo("https://api.twitter.com/1.1/");
		assertThat(twitter.profileUrl()).isEqualTo("account/verify_credentials.json?skip_status=true");
		assertThat(twitter.profile().subject()).isEqualTo("id_str");
		assertThat(twitter.profile().username()).isEqualTo("screen_name");
		assertThat(twitter.signatureMethod()).isEqualTo(SignatureMethod.HMAC_SHA1);
		assertThat(twitter.issuer()).isEqualTo("https://api.twitter.com");
	}

	@Test
	void letsTextsAndScopesBeChanged() {
		OAuth2Provider github = Reading.yaml("""
				github:
				  title: Our GitHub
				  scope: [read:user]
				  profile:
				    email: mail
				""").andVariables("GITHUB_CLIENT_ID=id\nGITHUB_CLIENT_SECRET=hush").only(OAuth2Provider.class);
		assertThat(github.title()).isEqualTo("Our GitHub");
		assertThat(github.scopes()).containsExactly("read:user");
		assertThat(github.profile()).isEqualTo(new ProfileFields("id", "name", "login", "mail", "avatar_url"));
		assertThat(github.profileUrl()).isEqualTo("https://api.github.com/user");
	}

	@Test
	void takesAddressesFromOneHandOnly() {
		OidcProvider gitlab = Reading.variables("""
				GITLAB_CLIENT_ID=id
				GITLAB_CLIENT_SECRET=hush
				GITLAB_SERVER_METADATA_URL=https://git.example/.well-known/openid-configuration
				""").only(OidcProvider.class);
		assertThat(gitlab.issuer()).isEqualTo("https://git.example");
		OidcProvider microsoft = Reading.variables("""
				MICROSOFT_CLIENT_ID=id
				MICROSOFT_CLIENT_SECRET=hush
				MICROSOFT_ISSUER=https://login.microsoftonline.com/1234/v2.0
				""").only(OidcProvider.class);
		assertThat(microsoft.metadataUrl())
			.isEqualTo("https://login.microsoftonline.com/1234/v2.0/.well-known/openid-configuration");
		assertThat(Reading.variables("""
				GITHUB_CLIENT_ID=id
				GITHUB_CLIENT_SECRET=hush
				GITHUB_AUTHORIZE_URL=https://github.example/login/oauth/authorize
				""").refusal()).contains("github: access-token-url (GITHUB_ACCESS_TOKEN_URL) is missing",
				"github: profile-url (GITHUB_PROFILE_URL) is missing");
	}

	@Test
	void leavesAnEntryOfAnotherKindAlone() {
		OidcProvider github = Reading.variables("""
				GITHUB_CLIENT_ID=id
				GITHUB_CLIENT_SECRET=hush
				GITHUB_SERVER_METADATA_URL=https://github.example/.well-known/openid-configuration
				""").only(OidcProvider.class);
		assertThat(github.scopes()).contains("openid");
		assertThat(github.title()).isEqualTo("Github");
	}

	private static <P extends Provider> P preset(String name, Class<P> kind) {
		return Reading.variables(name + "_CLIENT_ID=id\n" + name + "_CLIENT_SECRET=hush").only(kind);
	}

}
