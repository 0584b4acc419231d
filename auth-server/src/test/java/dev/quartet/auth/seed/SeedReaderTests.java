package dev.quartet.auth.seed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.ClientSecretEncoder;
import dev.quartet.auth.clients.DeclaredSecret;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.resources.LocalizedTexts;
import dev.quartet.auth.resources.Risk;
import dev.quartet.auth.resources.ScopeTexts;
import dev.quartet.auth.users.StandardClaim;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a seed file means. */
class SeedReaderTests {

	@Test
	void readsAClientWithSafeDefaults() {
		ClientSeed shop = TestSeeds.read("""
				clients:
				  - client_id: shop
				    client_secret: 0123456789abcdef0123456789abcdef
				    redirect_uris: [https://shop.example/callback]
				""").clients().iterator().next();
		assertThat(shop.metadata()).isEqualTo(new ClientMetadata("shop", ApplicationType.WEB, "client_secret_basic",
				Set.of("authorization_code"), Set.of("https://shop.example/callback"), Set.of(), Set.of(), true,
				"RS256", "ES256", AccessTokenFormat.JWT, FurtherMetadata.NONE));
		assertThat(shop.secrets().orElseThrow())
			.containsExactly(DeclaredSecret.forGood(ClientSecretEncoder.sha256("0123456789abcdef0123456789abcdef")));
	}

	@Test
	void readsSeveralSecretsAndHashes() {
		String hash = ClientSecretEncoder.sha256("old");
		ClientSeed shop = TestSeeds.read("""
				clients:
				  - client_id: shop
				    grant_types: [client_credentials]
				    client_secret: [0123456789abcdef0123456789abcdef, fedcba9876543210fedcba9876543210]
				    client_secret_sha256: %s
				""".formatted(hash.toUpperCase(Locale.ROOT))).clients().iterator().next();
		assertThat(shop.secrets().orElseThrow()).hasSize(3).contains(DeclaredSecret.forGood(hash));
	}

	@Test
	void readsSecretsThatExpire() {
		String hash = ClientSecretEncoder.sha256("old");
		ClientSeed shop = TestSeeds.read("""
				clients:
				  - client_id: shop
				    grant_types: [client_credentials]
				    client_secrets:
				      - {sha256: %s, expires_at: 2027-01-31T13:00:00+01:00}
				      - secret: 0123456789abcdef0123456789abcdef
				""".formatted(hash)).clients().iterator().next();
		assertThat(shop.secrets().orElseThrow()).containsExactly(
				new DeclaredSecret(hash, Instant.parse("2027-01-31T12:00:00Z")),
				DeclaredSecret.forGood(ClientSecretEncoder.sha256("0123456789abcdef0123456789abcdef")));
	}

	@Test
	void leavesTheSecretToTheServer() {
		ClientSeed shop = TestSeeds.read("clients: [{client_id: shop, grant_types: [client_credentials]}]")
			.clients()
			.iterator()
			.next();
		assertThat(shop.secrets()).isEmpty();
	}

	@Test
	void resolvesPlaceholdersInEveryText() {
		MockEnvironment environment = new MockEnvironment().withProperty("API", "https://api.example");
		Seed seed = TestSeeds.reader(environment).read(List.of(new SeedFile("quartet.yml", """
				resources:
				  - resource: ${API}/v1
				    resource_name: ${NAME:Orders}
				""")));
		assertThat(seed.resources()).singleElement().satisfies((resource) -> {
			assertThat(resource.resource().value()).isEqualTo("https://api.example/v1");
			assertThat(resource.resourceName()).isEqualTo("Orders");
		});
	}

	@Test
	void readsTextsInFurtherLanguages() {
		Seed seed = TestSeeds
			.read("""
					resources:
					  - resource: https://notes.example
					    resource_name: Notes
					    resource_name#DE-at: Notizen
					    scopes:
					      - {scope: notes:read, title: Read, title#ja: 読む, description#de: Alle, risk: high, optional: false}
					clients:
					  - client_id: shop
					    grant_types: [client_credentials]
					    client_name#de: Der Laden
					    tos_uri#fr: https://shop.example/fr
					""");
		assertThat(seed.resources()).singleElement().satisfies((resource) -> {
			assertThat(resource.localized()).isEqualTo(LocalizedTexts.of(Map.of("resource_name#de-AT", "Notizen")));
			assertThat(resource.owner()).isNull();
		});
		assertThat(seed.scopes()).singleElement().satisfies((scope) -> {
			assertThat(scope.texts()).isEqualTo(new ScopeTexts("Read", null,
					LocalizedTexts.of(Map.of("title#ja", "読む", "description#de", "Alle"))));
			assertThat(scope.risk()).isEqualTo(Risk.HIGH);
			assertThat(scope.optional()).isFalse();
		});
		assertThat(seed.clients().iterator().next().metadata().further().object(MetadataField.LOCALIZED))
			.contains(Map.of("client_name#de", "Der Laden", "tos_uri#fr", "https://shop.example/fr"));
	}

	@Test
	void takesTextAsItIsWritten() {
		PersonSeed person = TestSeeds.read("""
				people:
				  - username: 0777
				    name: No
				    nickname: 2026-01-01
				""").people().iterator().next();
		assertThat(person.id().value()).isEqualTo("0777");
		assertThat(person.profile().claims()).containsEntry(StandardClaim.NAME, "No");
		assertThat(person.profile().claims()).containsEntry(StandardClaim.NICKNAME, "2026-01-01");
	}

	@Test
	void letsALaterFileReplaceAnEntry() {
		Seed seed = TestSeeds.readInDemo(new SeedFile("one.yml", "people: [{username: alice, name: One}]"),
				new SeedFile("two.yml", "people: [{username: alice, name: Two}]"));
		assertThat(seed.people()).singleElement()
			.satisfies((person) -> assertThat(person.profile().displayName()).isEqualTo("Two"));
	}

	@Test
	void asksNoRedirectUriOfADevice() {
		Seed seed = TestSeeds.read("""
				clients:
				  - client_id: tv
				    token_endpoint_auth_method: none
				    grant_types: [urn:ietf:params:oauth:grant-type:device_code, refresh_token]
				""");
		assertThat(seed.clients()).singleElement()
			.satisfies((client) -> assertThat(client.metadata().redirectUris()).isEmpty());
	}

	@Test
	void acceptsAnEmptyFile() {
		assertThat(TestSeeds.read("").clients()).isEmpty();
		assertThat(TestSeeds.read("# nothing yet\n").clients()).isEmpty();
	}

	@Test
	void readsTheDemo() throws IOException {
		String yaml = new ClassPathResource(SeedFiles.DEMO).getContentAsString(StandardCharsets.UTF_8);
		Seed seed = TestSeeds.readInDemo(new SeedFile(SeedFiles.DEMO, yaml));
		assertThat(seed.personIds()).containsExactly("alice", "bob", "admin");
		assertThat(seed.scopeNames()).containsExactly("notes:read", "notes:write", "notes:share", "calendar:read");
		assertThat(seed.clients()).map((client) -> client.clientId().value())
			.containsExactly("quartet-app", "quartet-machine", "quartet-public", "quartet-device", "quartet-docs",
					"quartet-api");
		assertThat(seed.resources()).map((resource) -> resource.resource().value())
			.containsExactly("http://localhost:8090", "https://calendar.example");
	}

	@Test
	void showsNoSecret() {
		Seed seed = TestSeeds.read("""
				people:
				  - username: carol
				    password: a very secret password
				clients:
				  - client_id: shop
				    grant_types: [client_credentials]
				    client_secret: 0123456789abcdef0123456789abcdef
				""");
		assertThat(seed.people().toString()).doesNotContain("very secret");
		assertThat(seed.clients().toString()).doesNotContain("0123456789abcdef");
		assertThat(new SeedFile("quartet.yml", "client_secret: x")).hasToString("quartet.yml");
	}

}
