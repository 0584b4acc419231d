package dev.quartet.api.docs;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser is told of the page. */
class DocsHeadersTests {

	@Test
	void demandsTlsOfWhoCameByTls() throws ServletException, IOException {
		assertThat(transport("api.example", true)).isEqualTo("max-age=31536000; includeSubDomains");
		assertThat(transport("api.example", false)).isEmpty();
		assertThat(transport("localhost", true)).as("there are other ports").isEmpty();
	}

	private static String transport(String host, boolean secure) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/docs");
		request.setServerName(host);
		request.setSecure(secure);
		MockHttpServletResponse response = new MockHttpServletResponse();
		DocsSettings settings = new DocsSettings(true, "docs", URI.create("https://issuer.example"),
				URI.create("https://api.example"));
		new DocsHeaders(settings).doFilter(request, response, new MockFilterChain());
		String header = response.getHeader("Strict-Transport-Security");
		return header == null ? "" : header;
	}

}
