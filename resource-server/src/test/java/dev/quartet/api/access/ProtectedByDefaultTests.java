package dev.quartet.api.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.quartet.api.ApiClient;
import dev.quartet.api.ApiTest;
import dev.quartet.api.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route that exists: none is open, and only the known ones do without a scope. */
@ApiTest
class ProtectedByDefaultTests {

	private static final Set<String> PUBLIC = Set.of("/openapi", "/openapi.yaml");

	private static final Set<String> ANY_TOKEN = Set.of("/protected", "/me");

	private final ApiClient api;

	private final List<Route> routes = new ArrayList<>();

	ProtectedByDefaultTests(ApiClient api, RequestMappingHandlerMapping requestMappingHandlerMapping) {
		this.api = api;
		requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(this::collect);
	}

	private void collect(RequestMappingInfo mapping) {
		for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
			mapping.getPatternValues()
				.stream()
				.filter((pattern) -> !PUBLIC.contains(pattern))
				.forEach((pattern) -> routes.add(new Route(method.name(), pattern)));
		}
	}

	@Test
	void opensNoRouteWithoutAToken() {
		assertThat(routes).hasSizeGreaterThanOrEqualTo(6)
			.allSatisfy((route) -> assertThat(status(route, "")).isEqualTo(401));
	}

	@Test
	void asksEveryRouteForAScopeExceptTheKnownOnes() {
		String token = TestToken.person("alice").scope("openid profile email calendar:read").mint();
		assertThat(routes)
			.filteredOn((route) -> !ANY_TOKEN.contains(route.pattern()) && !route.pattern().startsWith("/failing"))
			.allSatisfy((route) -> assertThat(status(route, token))
				.isEqualTo(route.pattern().equals("/protected/fresh") ? 401 : 403));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics", "/h2-console",
			"/v3/api-docs", "/docs", "/docs/index.html", "/swagger-ui/index.html", "/.git/config", "/nothing", "/" })
	void hidesEvenWhatDoesNotExist(String path) {
		assertThat(api.get(path).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness" })
	void tellsEverybodyThatItIsWellAndNothingElse(String path) {
		assertThat(api.get(path).status()).isEqualTo(200);
		assertThat(api.get(path).text("status")).isEqualTo("UP");
		assertThat(api.get(path).body()).doesNotContain("components", "H2");
	}

	private int status(Route route, String token) {
		String path = route.pattern().replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
		if (!token.isEmpty()) {
			return api.call(route.method(), path, token, "").status();
		}
		return api.send(path, (request) -> request.method(route.method(), BodyPublishers.noBody())).status();
	}

	/** Names what a request may ask for. */
	private record Route(String method, String pattern) {
	}

}
