package dev.quartet.auth.rfc8414;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.grantmanagement.GrantManagementTruths;
import dev.quartet.auth.flow.QuartetServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes both documents line by line and tries each at the server: what is listed works,
 * what could be listed and is not is refused (RFC 8414 §2, OpenID Connect Discovery §3).
 */
@QuartetServer
class MetadataTruthTests {

	private final Flows flows;

	private final ApplicationContext server;

	MetadataTruthTests(@Autowired Flows flows, @Autowired ApplicationContext server) {
		this.flows = flows;
		this.server = server;
	}

	@TestFactory
	Stream<DynamicTest> isTrueInEachLine() {
		Map<String, Truth> truths = truths();
		Map<String, Object> openId = this.flows.browser().get("/.well-known/openid-configuration").json();
		Map<String, Object> oauth = this.flows.browser().get("/.well-known/oauth-authorization-server").json();
		Map<String, Object> lines = new HashMap<>(oauth);
		lines.putAll(openId);
		DynamicTest agreement = DynamicTest.dynamicTest("both documents agree", () -> {
			assertThat(openId.keySet()).containsAll(oauth.keySet());
			assertThat(lines).containsAllEntriesOf(oauth);
		});
		return Stream.concat(Stream.of(agreement),
				lines.entrySet()
					.stream()
					.map((line) -> DynamicTest.dynamicTest(line.getKey(),
							() -> truth(truths, line.getKey()).holds(line.getValue()))));
	}

	private static Truth truth(Map<String, Truth> truths, String name) {
		return Objects.requireNonNull(truths.get(name), "Nobody has tried yet whether this line is true: " + name);
	}

	private Map<String, Truth> truths() {
		Map<String, Truth> truths = new HashMap<>();
		truths.putAll(new EndpointTruths(this.flows, this.server).all());
		truths.putAll(new RequestTruths(this.flows).all());
		truths.putAll(new RegistrationTruths(this.flows, this.server).all());
		truths.putAll(new PersonTruths(this.flows, this.server).all());
		truths.putAll(new GrantManagementTruths(this.server).all());
		return truths;
	}

}
