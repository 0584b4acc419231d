package dev.quartet.api.access;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.MappingMatch;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which of several rules counts. */
class RouteRulesTests {

	@Test
	void prefersTheMostExactPathWhateverTheOrder() {
		ScopeRule wide = ScopeRule.writing("/notes/**", "notes:write");
		ScopeRule exact = ScopeRule.writing("/notes/{id}/links", "notes:write", "notes:share");
		for (List<ScopeRule> order : List.of(List.of(wide, exact), List.of(exact, wide))) {
			RouteRules rules = new RouteRules(order.stream());
			assertThat(rules.of(request("POST", "/notes/7/links")).scopes()).containsExactly("notes:write",
					"notes:share");
			assertThat(rules.of(request("DELETE", "/notes/7/links/1")).scopes()).containsExactly("notes:write");
		}
	}

	@Test
	void asksForATokenWhereNoRuleFits() {
		RouteRules rules = new RouteRules(Stream.of(ScopeRule.open("/welcome")));
		assertThat(rules.of(request("GET", "/welcome")).open()).isTrue();
		assertThat(rules.of(request("POST", "/welcome")).open()).isFalse();
		assertThat(rules.of(request("GET", "/welcome/x")).open()).isFalse();
		assertThat(rules.of(request("GET", "/WELCOME")).open()).isFalse();
	}

	@Test
	void leavesOutWhatTheServletIsMappedTo() {
		MockHttpServletRequest request = request("GET", "/v1/orders");
		request.setServletPath("/v1");
		request.setPathInfo("/orders");
		request.setHttpServletMapping(new MockHttpServletMapping("orders", "/v1/*", "api", MappingMatch.PATH));
		RouteRules rules = new RouteRules(Stream.of(ScopeRule.reading("/orders", "orders:read")));
		assertThat(rules.of(request).scopes()).containsExactly("orders:read");
	}

	@Test
	void refusesTwoRulesForOnePath() {
		assertThatIllegalStateException()
			.isThrownBy(
					() -> new RouteRules(Stream.of(ScopeRule.reading("/notes", "a"), ScopeRule.reading("/notes", "b"))))
			.withMessageContaining("reading /notes");
	}

	private static MockHttpServletRequest request(String method, String path) {
		return new MockHttpServletRequest(method, path);
	}

}
