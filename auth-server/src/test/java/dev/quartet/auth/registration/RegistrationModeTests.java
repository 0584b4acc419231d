package dev.quartet.auth.registration;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.quartet.auth.clients.AccessTokenFormat;
import dev.quartet.auth.clients.ApplicationType;
import dev.quartet.auth.clients.ClientMetadata;
import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Says who may register where nobody decided otherwise, and what an operator may order.
 */
class RegistrationModeTests {

	@Test
	void isOffUnlessItIsSwitchedOn() {
		RegistrationSettings settings = settings(Map.of("quartet.registration.scopes", "openid"));
		assertThat(settings.isOff()).isTrue();
		assertThat(RegistrationAddress.offered(settings).paths()).isEmpty();
		assertThatExceptionOfType(RegistrationRefused.class).isThrownBy(settings::refuseWhenOff)
			.matches((refused) -> refused.status() == 404);
	}

	@Test
	void isNamedInTheMetadataWhenItIsOn() {
		RegistrationSettings settings = settings(Map.of("quartet.registration.mode", "by-token"));
		assertThat(RegistrationAddress.offered(settings).paths()).containsEntry("registration_endpoint",
				"/connect/register");
	}

	@Test
	void exemptsOnlyClientsWithCredentialsFromPkceAndOnlyWhenTold() {
		RegistrationSettings strict = settings(Map.of("quartet.registration.mode", "open"));
		RegistrationSettings lax = settings(Map.of("quartet.registration.require-pkce", "false"));
		assertThat(strict.protect(client("client_secret_basic")).further().values()).isEmpty();
		assertThat(lax.protect(client("none")).further().values()).isEmpty();
		assertThat(lax.protect(client("client_secret_basic")).further().values())
			.containsEntry(MetadataField.REQUIRE_PKCE, false);
	}

	@Test
	void understandsAnOrderOfAToken() {
		TokenOrder plain = TokenOrder.of(List.of("token")).orElseThrow();
		assertThat(plain.uses()).isEqualTo(1);
		assertThat(plain.life()).hasHours(24);
		assertThat(plain.scope()).isEmpty();
		TokenOrder full = TokenOrder.of(List.of("token", "--uses", "5", "--life", "7d", "--scope", "openid email"))
			.orElseThrow();
		assertThat(full.uses()).isEqualTo(5);
		assertThat(full.life()).hasDays(7);
		assertThat(full.scope()).containsExactlyInAnyOrder("openid", "email");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "list", "token --uses", "token --uses 0", "token --uses many", "token --life -1h",
			"token --life soon", "token --wrong 1", "token --uses 1 --uses 2", "token --life 900d" })
	void refusesAnOrderThatMakesNoSense(String words) {
		assertThat(TokenOrder.of(List.of(words.split(" ", -1)))).isEmpty();
	}

	private static ClientMetadata client(String method) {
		return new ClientMetadata("Mine", ApplicationType.WEB, method, Set.of("authorization_code"),
				Set.of("https://app.example/"), Set.of(), Set.of("openid"), true, "RS256", "ES256",
				AccessTokenFormat.JWT, FurtherMetadata.NONE);
	}

	private static RegistrationSettings settings(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("quartet.registration",
				RegistrationSettings.class);
	}

}
