package dev.quartet.auth.clients;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists the redirect URIs that a client may and may not register. */
class RedirectUriRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://app.example/callback", "https://app.example", "https://app.example:8443/a?b=c",
			"http://127.0.0.1/callback", "http://[::1]:8080/callback", "http://localhost:8080/callback" })
	void allowsHttpsAndLoopback(String uri) {
		assertThat(RedirectUriRules.problem(uri, ApplicationType.WEB)).isEmpty();
		assertThat(RedirectUriRules.problem(uri, ApplicationType.NATIVE)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			/callback                          | must be absolute
			//app.example/callback             | must be absolute
			https://app.example/cb#part        | must not have a fragment
			https://app.example/cb#            | must not have a fragment
			https://user@app.example/cb        | user information
			https://app.example@evil.example/  | user information
			https://*.app.example/cb           | wildcards are refused
			https://app.example/*              | wildcards are refused
			https:/callback                    | must name a host
			http://app.example/cb              | http is for
			http://127.0.0.1.evil.example/cb   | http is for
			http://localhost.evil.example/cb   | http is for
			http://127.0.0.2/cb                | http is for
			javascript:alert(1)                | the scheme javascript is refused
			JavaScript://app.example/%0aalert  | the scheme javascript is refused
			data:text/html,hello               | the scheme data is refused
			file:///etc/passwd                 | the scheme file is refused
			vbscript:x                         | the scheme vbscript is refused
			blob:https://app.example/1         | the scheme blob is refused
			intent://app.example#Intent;end    | must not have a fragment
			intent://app.example/cb            | reversed domain name
			intent:/callback                   | reversed domain name
			about:blank                        | begins with a slash
			BLOB:null/1                        | the scheme blob is refused
			myapp://callback                   | reversed domain name
			com.example.app:callback           | begins with a slash
			https://app.example:99999/cb       | no such port
			https://app.example/a\\b           | not a URI
			https://äpp.example/cb             | ASCII
			""")
	void refuses(String uri, String why) {
		assertThat(RedirectUriRules.problem(uri, ApplicationType.NATIVE))
			.hasValueSatisfying((problem) -> assertThat(problem).contains(why));
	}

	@Test
	void allowsAReversedDomainNameToNativeClientsOnly() {
		String uri = "com.example.app:/callback";
		assertThat(RedirectUriRules.problem(uri, ApplicationType.NATIVE)).isEmpty();
		assertThat(RedirectUriRules.problem(uri, ApplicationType.WEB)).isPresent();
	}

	@Test
	void refusesSpacesAndEndlessUris() {
		assertThat(RedirectUriRules.problem("https://app.example/a b", ApplicationType.WEB)).isPresent();
		assertThat(RedirectUriRules.problem("https://app.example/" + "a".repeat(2000), ApplicationType.WEB))
			.isPresent();
	}

}
