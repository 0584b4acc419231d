package dev.quartet.api.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which requests are looked at closely: all that could hold a trick. */
class PlainRequestsTests {

	private final PlainRequests firewall = new PlainRequests();

	@ParameterizedTest
	@ValueSource(strings = { "//notes", "/notes//7", "/./notes", "/a/../notes", "/notes;x=1", "/%2e/notes",
			"/notes%2f7", "/notes%00", "/notes\\7", "/notes%0a", "/notes%25" })
	void refusesATrickInThePath(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		assertThatExceptionOfType(RequestRejectedException.class)
			.isThrownBy(() -> firewall.getFirewalledRequest(request));
	}

	@Test
	void refusesAnUnknownMethod() {
		assertThatExceptionOfType(RequestRejectedException.class)
			.isThrownBy(() -> firewall.getFirewalledRequest(new MockHttpServletRequest("TRACE", "/notes")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/notes", "/notes/", "/notes/0c5e3d5e-3c5f-4d2c-9a59-4f4f4a1d2c11" })
	void letsPlainReadingPassAsTheFrameworkWould(String path) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		assertThat(firewall.getFirewalledRequest(request).getRequestURI()).isEqualTo(path);
		assertThat(new StrictHttpFirewall().getFirewalledRequest(request).getRequestURI()).isEqualTo(path);
	}

}
