package dev.quartet.app.oauth1;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Groups what RFC 5849 §3.4.1 says of the signature base string. */
class SignatureBaseStringTests {

	/** The example of §3.4.1.1. */
	static final String RFC = "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q"
			+ "%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2"
			+ "%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
			+ "%26oauth_token%3Dkkk9d7dh3k39sjv7";

	@Test
	void isThatOfTheExample() {
		assertThat(SignatureBaseString.of("post", URI.create("http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a#here"),
				example()))
			.isEqualTo(RFC);
	}

	@Test
	void doesNotDependOnTheOrderOfParameters() {
		Random random = new Random(5849);
		List<Parameter> parameters = new ArrayList<>(example());
		for (int round = 0; round < 100; round++) {
			Collections.shuffle(parameters, random);
			assertThat(SignatureBaseString.of("POST", URI.create("http://example.com/request"), parameters))
				.isEqualTo(RFC);
		}
	}

	// The pairs of §3.4.1.3.2, as they stand encoded there.
	@Test
	void sortsByEncodedNameThenValue() {
		assertThat(Stream.of("c%40", "a3=a", "b5=%3D%253D", "a3=2%20q", "c2", "a2=r%20b")
			.flatMap((pair) -> Parameter.read(pair).stream())
			.sorted()
			.map((parameter) -> parameter.name() + "=" + parameter.value()))
			.containsExactly("a2=r%20b", "a3=2%20q", "a3=a", "b5=%3D%253D", "c%40=", "c2=");
	}

	// The first two are the examples of §3.4.1.2.
	@ParameterizedTest
	@CsvSource({ "http://EXAMPLE.COM:80/r%20v/X?id=123,http://example.com/r%20v/X",
			"https://www.example.net:8080/?q=1,https://www.example.net:8080/",
			"HTTPS://Example.com:443/Path,https://example.com/Path", "https://example.com:80/,https://example.com:80/",
			"http://example.com:443/,http://example.com:443/", "http://example.com,http://example.com/",
			"http://example.com?a=b,http://example.com/", "http://[::1]:8080/a,http://[::1]:8080/a",
			"http://me@example.com/a;v=1/,http://example.com/a;v=1/", "http://example.com/%7e,http://example.com/%7e" })
	void writesTheAddressInOneWay(URI address, String base) {
		assertThat(SignatureBaseString.base(address)).isEqualTo(base);
	}

	@ParameterizedTest
	@CsvSource({ "/request", "mailto:someone@example.com", "http:///request" })
	void signsNoAddressWithoutAHost(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> SignatureBaseString.base(URI.create(address)));
	}

	// The cases of the old wiki of OAuth.
	@ParameterizedTest
	@CsvSource({ "name,name=", "name=,name=", "a=b,a=b", "c=d&a=b,a=b&c=d", "a=x!y&a=x+y,a=x%20y&a=x%21y",
			"x!y=a&x=a,x=a&x%21y=a", "&&a=1&,a=1", "a=b=c,a=b%3Dc", "a=1&a=1,a=1&a=1", "=v,=v" })
	void readsRepeatedAndEmptyParameters(String query, String normalized) {
		assertThat(SignatureBaseString.of("GET", URI.create("http://example.com/n"), Parameter.read(query)))
			.isEqualTo("GET&http%3A%2F%2Fexample.com%2Fn&" + PercentEncoding.encode(normalized));
	}

	private static List<Parameter> example() {
		List<Parameter> parameters = new ArrayList<>(Parameter.read("b5=%3D%253D&a3=a&c%40=&a2=r%20b"));
		parameters.addAll(Parameter.read("c2&a3=2+q"));
		parameters.add(Parameter.of("oauth_consumer_key", "9djdj82h48djs9d2"));
		parameters.add(Parameter.of("oauth_token", "kkk9d7dh3k39sjv7"));
		parameters.add(Parameter.of("oauth_signature_method", "HMAC-SHA1"));
		parameters.add(Parameter.of("oauth_timestamp", "137131201"));
		parameters.add(Parameter.of("oauth_nonce", "7d8f3e4a"));
		return parameters;
	}

}
