package dev.quartet.auth.login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Says where a sign-in may lead. */
class WayBackTests {

	@Test
	void returnsToTheAuthorizationRequestWhicheverWayItCame() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/authorize");
		request.addParameter("response_type", "code");
		request.addParameter("state", "a&b=c d");
		assertThat(WayBack.of(request).address()).isEqualTo("/oauth2/authorize?response_type=code&state=a%26b%3Dc%20d");
		assertThat(WayBack.of(request).parameter("state")).hasValue("a&b=c d");
	}

	@Test
	void returnsFromALostConsentAnswerToItsPage() {
		MockHttpServletRequest answer = new MockHttpServletRequest("POST", "/oauth2/authorize");
		answer.addParameter("state", "s=");
		answer.addParameter("scope", "notes:write");
		assertThat(WayBack.of(answer).address()).isEqualTo("/oauth2/consent?state=s%3D");
	}

	@Test
	void returnsToADevicesPageWithItsCodeAndNothingElse() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/device");
		request.addParameter("_csrf", "secret");
		request.addParameter("user_code", "WDJB-MJHT");
		assertThat(WayBack.of(request).address()).isEqualTo("/device?user_code=WDJB-MJHT");
		assertThat(WayBack.of(new MockHttpServletRequest("GET", "/device")).address()).isEqualTo("/device");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/oauth2/authorize?x", "//evil.example/oauth2/authorize",
			"/\\evil.example", "/oauth2/authorize/../../x", "/oauth2/authorize;x=1", "/oauth2/token", "/login", "x", "",
			"/oauth2/authorize?a=1#b", "javascript:alert(1)", "/oauth2/authorize?a={b}" })
	void leadsHomeFromAnywhereElse(String address) {
		assertThat(WayBack.allowed(address).leadsHome()).isTrue();
	}

}
