package dev.quartet.auth.seed;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Lists what a seed file is refused for, and what the message says. */
class SeedRefusalTests {

	private static final String SECRET = "    client_secret: 0123456789abcdef0123456789abcdef\n";

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "shapes", "files", "clients", "grants", "keys", "people", "resources", "languages" })
	void refuses(String what, String yaml, String message) {
		assertThat(refusal(yaml)).as(what).startsWith("quartet.yml:").contains(message);
	}

	static Stream<Arguments> shapes() {
		return Stream.of(arguments("an unknown part", "client: []",
				"1:1: unknown key \"client\" in the seed; did you mean \"clients\"? Known: resources, people, clients"),
				arguments("an unknown key", "clients:\n  - client_id: a\n    redirect_uri: [https://a.example]",
						"3:5: unknown key \"redirect_uri\" in clients[0]; did you mean \"redirect_uris\"? Known: client_id, "),
				arguments("a key twice", "people:\n  - username: a\n    username: b",
						"3:5: people[0].username: the key is written twice"),
				arguments("text for a list", "clients:\n  - client_id: a\n    redirect_uris: https://a.example",
						"3:20: clients[0].redirect_uris: expected a list but found text"),
				arguments("a list for text", "people:\n  - username: [a]",
						"2:15: people[0].username: expected text but found a list"),
				arguments("a map for text", "people:\n  - username: {a: b}",
						"2:15: people[0].username: expected text but found a map of keys"),
				arguments("text for a map", "people:\n  - alice",
						"2:5: people[0]: expected a map of keys but found text"),
				arguments("nothing for a list", "people:", "1:8: people: expected a list of maps but found nothing"),
				arguments("nothing for text", "people:\n  - username: a\n    name:",
						"3:10: people[0].name: expected text but found nothing"),
				arguments("empty text", "people:\n  - username: ''", "2:15: people[0].username: expected text but"),
				arguments("text for a flag", "people:\n  - username: a\n    email_verified: yes",
						"3:21: people[0].email_verified: expected true or false"));
	}

	static Stream<Arguments> languages() {
		String resource = "resources:\n  - resource: https://a.example\n    resource_name: A\n    ";
		String scope = resource + "scopes:\n      - scope: a\n        title: A\n        ";
		String client = "clients:\n  - client_id: a\n    grant_types: [client_credentials]\n" + SECRET + "    ";
		return Stream.of(
				arguments("no language", resource + "resource_name#: B",
						"4:21: resources[0].resource_name#: expected a language tag after the #"),
				arguments("what is no language", scope + "title#deutsch_: B",
						"7:25: resources[0].scopes[0].title#deutsch_: expected a language tag"),
				arguments("a language of nobody", scope + "title#x-mine: B",
						"7:23: resources[0].scopes[0].title#x-mine: expected a language tag"),
				arguments("a language twice", scope + "title#de-AT: B\n        title#de-at: C",
						"8:22: resources[0].scopes[0].title#de-at: the language is written twice"),
				arguments("a text that has no languages", scope + "scope#de: B",
						"7:9: unknown key \"scope#de\" in resources[0].scopes[0]"),
				arguments("an address that is none", client + "tos_uri#de: http://a.example",
						"5:17: clients[0].tos_uri#de: expected an https address"),
				arguments("a long text", scope + "title#de: " + "B".repeat(201),
						"7:19: resources[0].scopes[0].title#de: expected at most 200 characters"),
				arguments("more text than fits",
						scope + IntStream.range(0, 9)
							.mapToObj((i) -> "description#a" + (char) ('a' + i) + ": " + "B".repeat(900))
							.collect(Collectors.joining("\n        ")),
						"6:16: resources[0].scopes[0].title: the texts in further"),
				arguments("an unknown risk", scope + "risk: huge",
						"7:15: resources[0].scopes[0].risk: expected low, medium or high"),
				arguments("a choice that is none", scope + "optional: no",
						"7:19: resources[0].scopes[0].optional: expected true or false"));
	}

	static Stream<Arguments> files() {
		return Stream.of(
				arguments("a list as the file", "- a", "1:1: the seed: expected a map of keys but found a list"),
				arguments("broken YAML", "people:\n  - username: [a", "this is not YAML: expected ',' or ']'"),
				arguments("two documents", "people: []\n---\nclients: []", "2:1: this is not YAML: but found another"),
				arguments("an alias", "people:\n  - &a\n    username: a\n  - *a",
						"people[0]: anchors and aliases are refused"),
				arguments("a class", "people:\n  - username: !!javax.script.ScriptEngineManager a",
						"2:15: this is not YAML: Global tag is not allowed"),
				arguments("a tag", "people:\n  - username: !secret a",
						"2:15: people[0].username: the tag !secret is refused"),
				arguments("depth", "people: " + "[".repeat(1000), "1:1: this is not YAML"),
				arguments("a control character", "people: \u0000", "1:1: this is not YAML"),
				arguments("a placeholder without value", "people:\n  - username: ${NOT_SET}",
						"2:15: people[0].username: ${NOT_SET} is not set and has no default"));
	}

	static Stream<Arguments> clients() {
		return Stream.of(
				arguments("no id", "clients:\n  - client_name: A", "2:5: clients[0] needs the key \"client_id\""),
				arguments("an empty list of secrets", "clients:\n  - client_id: a\n    client_secret: []",
						"3:20: clients[0].client_secret: expected at least one secret"),
				arguments("a short secret that expires",
						"clients:\n  - client_id: a\n    client_secrets: [{secret: password}]",
						"3:31: clients[0].client_secrets[0].secret: expected at least 32 characters"),
				arguments("a secret that is none", "clients:\n  - client_id: a\n    client_secrets: [{}]",
						"3:22: clients[0].client_secrets[0].secret: expected either secret or sha256"),
				arguments("an expiry without a time zone",
						"clients:\n  - client_id: a\n    client_secrets: [{expires_at: 2027-01-31}]",
						"3:35: clients[0].client_secrets[0].expires_at: expected a moment with its time zone"),
				arguments("a secret of a public client",
						"clients:\n  - client_id: a\n    token_endpoint_auth_method: none\n" + SECRET,
						"4:20: clients[0].client_secret: a client with token_endpoint_auth_method none is public"),
				arguments("a short secret", "clients:\n  - client_id: a\n    client_secret: password",
						"3:20: clients[0].client_secret: expected at least 32 characters"),
				arguments("a hash that is none", "clients:\n  - client_id: a\n    client_secret_sha256: abc",
						"3:27: clients[0].client_secret_sha256: expected 64 hexadecimal digits"),
				arguments("an unknown grant type",
						"clients:\n  - client_id: a\n    grant_types:\n      - password\n" + SECRET,
						"4:9: clients[0].grant_types: unknown value \"password\". Known: authorization_code, "),
				arguments("an unknown authentication method",
						"clients:\n  - client_id: a\n    token_endpoint_auth_method: client_secret_basics\n" + SECRET,
						"did you mean \"client_secret_basic\"?"));
	}

	static Stream<Arguments> grants() {
		return Stream.of(
				arguments("a bad redirect URI",
						"clients:\n  - client_id: a\n    redirect_uris: [http://a.example/cb]\n" + SECRET,
						"3:21: clients[0].redirect_uris: \"http://a.example/cb\": http is for 127.0.0.1"),
				arguments("no redirect URI", "clients:\n  - client_id: a\n" + SECRET,
						"2:5: clients[0].redirect_uris: the grant type authorization_code needs at least one"),
				arguments("a lonely refresh token",
						"clients:\n  - client_id: a\n    grant_types: [refresh_token]\n" + SECRET,
						"3:18: clients[0].grant_types: refresh_token needs authorization_code"),
				arguments("a public machine",
						"clients:\n  - client_id: a\n    token_endpoint_auth_method: none\n    grant_types: [client_credentials]",
						"4:18: clients[0].grant_types: client_credentials is for confidential clients only"),
				arguments("an unknown algorithm", "clients:\n  - client_id: a\n    id_token_signed_response_alg: none",
						"3:35: clients[0].id_token_signed_response_alg: unknown value \"none\". Known: RS256, ES256, PS256, EdDSA"),
				arguments("the same id twice",
						"clients:\n  - {client_id: a, token_endpoint_auth_method: none, redirect_uris: [https://a.example]}\n"
								+ "  - {client_id: a, token_endpoint_auth_method: none, redirect_uris: [https://a.example]}",
						"3:17: the client_id \"a\" is already at quartet.yml:2:17"));
	}

	static Stream<Arguments> keys() {
		return Stream.of(
				arguments("a signing client without keys",
						"clients:\n  - client_id: a\n    token_endpoint_auth_method: private_key_jwt\n"
								+ "    grant_types: [client_credentials]",
						"3:33: clients[0].token_endpoint_auth_method: private_key_jwt needs the client's public keys"),
				arguments("a signing client with a secret",
						"clients:\n  - client_id: a\n    token_endpoint_auth_method: private_key_jwt\n" + SECRET,
						"4:20: clients[0].client_secret: a client with token_endpoint_auth_method private_key_jwt"),
				arguments("keys in two places", """
						clients:
						  - client_id: a
						    jwks_uri: https://a.example/keys
						    jwks: {keys: [{kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo}]}
						""", "4:11: clients[0].jwks: jwks and jwks_uri exclude each other"));
	}

	static Stream<Arguments> people() {
		return Stream.of(arguments("no user name", "people:\n  - id: a", "2:5: people[0] needs the key \"username\""),
				arguments("a weak password", "people:\n  - username: a\n    password: alice",
						"3:15: people[0].password: A password has at least 15 characters."),
				arguments("a password and a hash",
						"people:\n  - username: a\n    password: correct horse battery\n    password_hash: x",
						"4:20: people[0].password_hash: a person has either password or password_hash"),
				arguments("another hash", "people:\n  - username: a\n    password_hash: $2a$10$abc",
						"3:20: people[0].password_hash: expected an Argon2id hash"),
				arguments("an unknown role", "people:\n  - username: a\n    roles: [admim]",
						"3:13: people[0].roles: unknown role \"admim\"; did you mean \"admin\"?"),
				arguments("a user name that is no id", "people:\n  - username: José María",
						"people[0].id: expected 1 to 64 ASCII characters"),
				arguments("no e-mail address", "people:\n  - username: a\n    email: nobody",
						"3:12: people[0].email: expected an e-mail address"),
				arguments("no time zone", "people:\n  - username: a\n    zoneinfo: Mars/Olympus",
						"3:15: people[0].zoneinfo: expected a time zone"),
				arguments("a script as website", "people:\n  - username: a\n    website: javascript:alert(1)",
						"3:14: people[0].website: expected an http or https address"));
	}

	static Stream<Arguments> resources() {
		return Stream.of(
				arguments("a resource that is no URI", "resources:\n  - resource: notes\n    resource_name: Notes",
						"2:15: resources[0].resource: expected an absolute URI without a fragment"),
				arguments("a fragment", "resources:\n  - resource: https://a.example/#b\n    resource_name: Notes",
						"2:15: resources[0].resource: expected an absolute URI without a fragment"),
				arguments("no name", "resources:\n  - resource: https://a.example",
						"2:5: resources[0] needs the key \"resource_name\""),
				arguments("a scope without a title",
						"resources:\n  - resource: https://a.example\n    resource_name: A\n    scopes: [{scope: a}]",
						"4:14: resources[0].scopes[0] needs the key \"title\""),
				arguments("a scope with a space",
						"resources:\n  - resource: https://a.example\n    resource_name: A\n    scopes: [{scope: a b, title: A}]",
						"4:22: resources[0].scopes[0].scope: expected ASCII characters without space"),
				arguments("a standard scope",
						"resources:\n  - resource: https://a.example\n    resource_name: A\n    scopes: [{scope: openid, title: A}]",
						"4:22: resources[0].scopes[0].scope: the scope openid is this server's own"),
				arguments("a scope twice",
						"resources:\n  - resource: https://a.example\n    resource_name: A\n    scopes: [{scope: a, title: A}, {scope: a, title: A}]",
						"4:44: the scope \"a\" is already at quartet.yml:4:22"));
	}

	@Test
	void reportsSeveralProblemsAtOnce() {
		assertThat(refusal("people:\n  - usernam: a\n  - username: b\n    roles: [x]").lines()).hasSize(3);
		assertThat(refusal("people: [" + "a, ".repeat(100) + "a]").lines()).hasSize(21)
			.last()
			.isEqualTo("… and 81 more");
	}

	@Test
	void repeatsNoSecret() {
		String yaml = "clients:\n  - client_id: a\n    client_secret: hunter2hunter2\n  broken";
		assertThat(refusal(yaml)).doesNotContain("hunter2");
		assertThat(refusal("people:\n  - username: a\n    password: hunter2")).doesNotContain("hunter2");
		assertThat(refusal("people:\n  - username: a\n    password: hunter2${NOT_SET}")).doesNotContain("hunter2");
	}

	private static String refusal(String yaml) {
		SeedRefused refused = catchThrowableOfType(SeedRefused.class, () -> TestSeeds.read(yaml));
		assertThat(refused).isNotNull();
		return String.valueOf(refused.getMessage());
	}

}
