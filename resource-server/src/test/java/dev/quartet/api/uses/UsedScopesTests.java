package dev.quartet.api.uses;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests count as a use of a permission. */
@ApiTest
class UsedScopesTests {

	private static final int ALL = 100_000;

	private final ApiClient api;

	private final UsedScopes used;

	UsedScopesTests(ApiClient api, UsedScopes used) {
		this.api = api;
		this.used = used;
	}

	@BeforeEach
	void forget() {
		used.take(ALL);
	}

	@Test
	void countsTheScopeThatARuleDemanded() {
		String token = TestToken.person("carol").scope("openid notes:read notes:write").mint();
		assertThat(api.get("/notes", token).status()).isEqualTo(200);
		assertThat(used.take(ALL)).containsOnlyKeys(new UsedScope("g-carol", "notes:read"));
		assertThat(api.post("/notes", token, "{\"title\":\"A\",\"text\":\"B\"}").status()).isEqualTo(201);
		assertThat(used.take(ALL)).containsOnlyKeys(new UsedScope("g-carol", "notes:write"));
	}

	@Test
	void countsNothingThatNeedsNoScopeOrWasRefused() {
		String token = TestToken.person("carol").scope("notes:read").mint();
		assertThat(api.get("/protected", token).status()).isEqualTo(200);
		assertThat(api.post("/notes", token, "{}").status()).isEqualTo(403);
		assertThat(api.get("/notes", "garbage").status()).isEqualTo(401);
		assertThat(api.get("/notes").status()).isEqualTo(401);
		assertThat(used.isEmpty()).isTrue();
	}

	@Test
	void countsNothingOfAMachine() {
		String token = TestToken.machine("night-job").scope("notes:read").mint();
		assertThat(api.get("/notes", token).status()).isEqualTo(200);
		assertThat(used.isEmpty()).isTrue();
	}

}
