package dev.quartet.auth.clients;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import dev.quartet.auth.seed.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Promises what Spring Security reads of a stored client, whatever the database. */
interface RegisteredClientsContract {

	Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

	Clients clients();

	JpaRegisteredClients registered();

	JdbcClient database();

	@BeforeEach
	default void startEmpty() {
		Stored.nothing(database());
	}

	@Test
	default void findsAClientByTheIdThatIsItsClientId() {
		clients().save(new Client("shop", TestClients.confidential(), CREATED));
		RegisteredClient shop = find("shop");
		assertThat(shop.getId()).isEqualTo("shop");
		assertThat(shop.getClientName()).isEqualTo("Shop");
		assertThat(shop.getClientIdIssuedAt()).isEqualTo(CREATED);
		assertThat(shop.getClientSecret()).isNull();
		assertThat(shop.getClientAuthenticationMethods())
			.containsExactly(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
		assertThat(shop.getAuthorizationGrantTypes())
			.containsExactlyInAnyOrder(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
		assertThat(shop.getRedirectUris()).containsExactly("https://shop.example/callback");
		assertThat(shop.getPostLogoutRedirectUris()).containsExactly("https://shop.example/");
		assertThat(shop.getScopes()).containsExactlyInAnyOrder("openid", "profile");
		assertThat(registered().findById("shop")).isEqualTo(shop);
	}

	@Test
	default void givesTheSafeSettings() {
		clients().save(new Client("shop", TestClients.confidential(), CREATED));
		RegisteredClient shop = find("shop");
		assertThat(shop.getClientSettings().isRequireProofKey()).isTrue();
		assertThat(shop.getClientSettings().isRequireAuthorizationConsent()).isTrue();
		assertThat(shop.getTokenSettings().getAuthorizationCodeTimeToLive()).isEqualTo(Duration.ofSeconds(60));
		assertThat(shop.getTokenSettings().getAccessTokenTimeToLive()).isEqualTo(Duration.ofMinutes(5));
		assertThat(shop.getTokenSettings().getRefreshTokenTimeToLive()).isEqualTo(Duration.ofDays(30));
		assertThat(shop.getTokenSettings().isReuseRefreshTokens()).isFalse();
		assertThat(shop.getTokenSettings().getIdTokenSignatureAlgorithm()).isEqualTo(SignatureAlgorithm.RS256);
		assertThat(QuartetClientSettings.accessTokenAlgorithm(shop)).isEqualTo(SignatureAlgorithm.ES256);
		assertThat(QuartetClientSettings.applicationType(shop)).isEqualTo(ApplicationType.WEB);
	}

	@Test
	default void doesNotFindADisabledClient() {
		Client client = new Client("shop", TestClients.confidential(), CREATED);
		client.disable(CREATED);
		clients().save(client);
		assertThat(registered().findByClientId("shop")).isNull();
		assertThat(registered().findById("shop")).isNull();
	}

	@Test
	default void acceptsTheOldSecretUntilTheChangeOverEnds() {
		Instant now = Clock.systemUTC().instant();
		Client client = new Client("shop", TestClients.confidential(), CREATED);
		client.holdSecrets(Set.of(ClientSecretEncoder.sha256("ancient")), CREATED);
		client.rotateSecret(ClientSecretEncoder.sha256("old"), CREATED, Duration.ofDays(1));
		client.rotateSecret(ClientSecretEncoder.sha256("new"), now, Duration.ofDays(1));
		clients().save(client);
		assertThat(matches("ancient")).isFalse();
		assertThat(matches("old")).isTrue();
		assertThat(matches("new")).isTrue();
	}

	@Test
	default void holdsExactlyTheSecretsItIsGiven() {
		Client client = new Client("shop", TestClients.confidential(), CREATED);
		String first = ClientSecretEncoder.sha256("first");
		String second = ClientSecretEncoder.sha256("second");
		assertThat(client.holdSecrets(Set.of(first), CREATED)).isTrue();
		client = clients().save(client);
		assertThat(client.holdSecrets(Set.of(first, second), CREATED)).isTrue();
		client = clients().save(client);
		assertThat(client.holdSecrets(Set.of(second, first), CREATED)).isFalse();
		assertThat(client.holdSecrets(Set.of(second), CREATED)).isTrue();
		clients().save(client);
		assertThat(matches("first")).isFalse();
		assertThat(matches("second")).isTrue();
		assertThat(database().sql("select count(*) from client_secret").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	default void savesWhatSpringRegisters() {
		clients().save(new Client("shop", TestClients.confidential(), CREATED));
		RegisteredClient changed = RegisteredClient.from(find("shop"))
			.clientName("Market")
			.clientSecret(Objects.requireNonNull(new ClientSecretEncoder().encode("new")))
			.build();
		registered().save(changed);
		assertThat(find("shop")).isEqualTo(changed);
		assertThat(matches("new")).isTrue();
		registered().save(RegisteredClient.from(changed).id("market").clientId("market").build());
		assertThat(find("market").getClientName()).isEqualTo("Market");
	}

	@Test
	default void refusesToSaveAnIdThatIsNotTheClientId() {
		clients().save(new Client("shop", TestClients.confidential(), CREATED));
		RegisteredClient other = RegisteredClient.from(find("shop")).id("other").build();
		assertThatIllegalArgumentException().isThrownBy(() -> registered().save(other));
	}

	private boolean matches(String secret) {
		return new ClientSecretEncoder().matches(secret, find("shop").getClientSecret());
	}

	private RegisteredClient find(String clientId) {
		return Objects.requireNonNull(registered().findByClientId(clientId));
	}

}
