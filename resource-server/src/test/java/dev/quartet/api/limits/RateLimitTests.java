package dev.quartet.api.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import dev.quartet.api.access.Refusals;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Requests without a good token are counted by address; the answer says what is left. */
class RateLimitTests {

	private final AtomicLong now = new AtomicLong();

	private RateLimit limit = limit(5, 5);

	@Test
	void refusesAnAddressThatIsRefusedTooOften() throws IOException {
		for (int i = 0; i < 10; i++) {
			assertThat(count("192.0.2.1").getStatus()).isEqualTo(200);
		}
		assertThat(count("192.0.2.1").getStatus()).isEqualTo(429);
		assertThat(count("192.0.2.2").getStatus()).isEqualTo(200);
	}

	@Test
	void tellsWhatIsLeftAndWhenToComeBack() throws IOException {
		MockHttpServletResponse first = count("192.0.2.1");
		assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=10;w=2");
		assertThat(first.getHeader("RateLimit")).isEqualTo("\"address\";r=9;t=1");
		assertThat(first.getHeader("Retry-After")).isNull();
		for (int i = 0; i < 9; i++) {
			count("192.0.2.1");
		}
		MockHttpServletResponse refused = count("192.0.2.1");
		assertThat(refused.getHeader("RateLimit")).isEqualTo("\"address\";r=0;t=2");
		assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
		assertThat(refused.getContentType()).isEqualTo("application/problem+json");
		assertThat(refused.getContentAsString()).contains("\"violated-policies\":[\"address\"]");
	}

	@Test
	void letsInAgainAfterTheTimeThatItNamed() throws IOException {
		for (int i = 0; i < 11; i++) {
			count("192.0.2.1");
		}
		now.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(count("192.0.2.1").getStatus()).isEqualTo(200);
	}

	@Test
	void countsANetworkOfIpV6AsOne() throws IOException {
		for (int i = 0; i < 10; i++) {
			count("2001:db8:0:1:0:0:0:" + i);
		}
		assertThat(count("2001:db8:0:1:ffff:0:0:1").getStatus()).isEqualTo(429);
		assertThat(count("2001:db8:0:1::9").getStatus()).as("as a proxy writes it").isEqualTo(429);
		assertThat(count("2001:db8:0:2:0:0:0:1").getStatus()).isEqualTo(200);
	}

	@Test
	void countsARequestOnce() throws IOException {
		limit = limit(5, 1);
		MockHttpServletRequest request = new MockHttpServletRequest();
		for (int i = 0; i < 10; i++) {
			assertThat(limit.answers(request, new MockHttpServletResponse())).isFalse();
		}
	}

	@Test
	void limitsNobodyWhenItIsOff() throws IOException {
		limit = limit(0, 0);
		for (int i = 0; i < 1000; i++) {
			assertThat(count("192.0.2.1").getHeader("RateLimit")).isNull();
		}
	}

	@Test
	void notesTheReason() throws IOException {
		limit = limit(5, 1);
		count("192.0.2.1");
		count("192.0.2.1");
		MockHttpServletRequest request = from("192.0.2.1");
		assertThat(limit.answers(request, new MockHttpServletResponse())).isTrue();
		assertThat(Refusals.reasonOf(request)).contains("rate_limited");
	}

	@Test
	void refusesSettingsThatMakeNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(-1, 1, 1, Duration.ofSeconds(2)))
			.withMessageContaining("quartet.api.limits.per-client");
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(1, -1, 1, Duration.ofSeconds(2)))
			.withMessageContaining("quartet.api.limits.per-person");
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(1, 1, 1, Duration.ZERO))
			.withMessageContaining("quartet.api.limits.burst");
	}

	private RateLimit limit(int perClient, int perAddress) {
		return new RateLimit(new LimitSettings(perClient, 0, perAddress, Duration.ofSeconds(2)), now::get,
				JsonMapper.shared());
	}

	private MockHttpServletResponse count(String address) throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		boolean answered = limit.answers(from(address), response);
		assertThat(answered).isEqualTo(response.getStatus() == 429);
		return response;
	}

	private static MockHttpServletRequest from(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		return request;
	}

}
