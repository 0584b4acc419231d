package dev.quartet.auth.clients;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Says whose names for people a client shares (OpenID Connect Core §8.1). */
class SectorTests {

	private static final Map<MetadataField, Object> PAIRWISE = Map.of(MetadataField.SUBJECT_TYPE, "pairwise");

	static Stream<Arguments> itsOwn() {
		return Stream.of(arguments(Set.of("http://localhost:8080/cb")), arguments(Set.of("http://127.0.0.1/cb")),
				arguments(Set.of("com.evil.app://victim.example/cb")), arguments(Set.of("com.evil.app:/cb")),
				arguments(Set.of("https://victim.example/cb", "com.evil.app:/cb")),
				arguments(Set.of("https://victim.example/cb", "http://127.0.0.1/cb")));
	}

	@ParameterizedTest
	@MethodSource
	void itsOwn(Set<String> redirectUris) {
		assertThat(sector(redirectUris, "authorization_code", PAIRWISE)).isEqualTo("one");
	}

	@Test
	void thatOfItsOnlyHost() {
		Set<String> redirectUris = Set.of("https://App.example/a", "https://app.example:8443/b");
		assertThat(sector(redirectUris, "authorization_code", PAIRWISE)).isEqualTo("app.example");
	}

	@Test
	void thatOfTheListThatNamesIt() {
		assertThat(sector(Set.of("https://a.example/"), "authorization_code", Map.of(MetadataField.SUBJECT_TYPE,
				"pairwise", MetadataField.SECTOR_IDENTIFIER_URI, "https://Sector.example/list")))
			.isEqualTo("sector.example");
	}

	@Test
	void itsOwnWhereADeviceGetsTheTokens() {
		assertThat(sector(Set.of("https://victim.example/cb"), ClientRules.DEVICE_CODE, PAIRWISE)).isEqualTo("one");
	}

	@Test
	void noneWithoutPairwiseNames() {
		assertThat(sector(Set.of("https://a.example/"), "authorization_code", Map.of())).isEqualTo("none");
	}

	@Test
	void mustBeNamedForSeveralHosts() {
		assertThat(ClientRules
			.contradictions(metadata(Set.of("https://a.example/", "com.b:/cb"), "authorization_code", PAIRWISE)))
			.extracting(ClientRules.Contradiction::field)
			.containsExactly("sector_identifier_uri");
	}

	private static String sector(Set<String> redirectUris, String grantType, Map<MetadataField, Object> further) {
		Client client = new Client("one", metadata(redirectUris, grantType, further), Instant.EPOCH);
		return QuartetClientSettings.sector(ClientMapping.toRegistered(client, Instant.EPOCH)).orElse("none");
	}

	private static ClientMetadata metadata(Set<String> redirectUris, String grantType,
			Map<MetadataField, Object> further) {
		return new ClientMetadata("One", ApplicationType.NATIVE, "none",
				Stream.of(grantType, "authorization_code").collect(Collectors.toSet()), redirectUris, Set.of(),
				Set.of("openid"), true, "RS256", "ES256", AccessTokenFormat.JWT, FurtherMetadata.of(further));
	}

}
