package dev.quartet.auth.consents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.auth.flow.Answer;
import dev.quartet.auth.flow.AuthorizationFlow;
import dev.quartet.auth.flow.Flows;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.Race;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of what a person's answers leave behind, whichever database keeps it. */
interface ConsentContract {

	int ROUNDS = 20;

	ApplicationContext server();

	@Test
	default void takesTheAnswersToManyPagesOfOnePersonAtOnce() {
		AuthorizationFlow flow = server().getBean(Flows.class).app();
		Answer first = flow.signIn("bob", flow.request().and("prompt", "consent"));
		List<Answer> pages = Stream.concat(Stream.of(first), Stream.generate(() -> page(flow)).limit(Race.RACERS - 1L))
			.toList();
		server().getBean(JdbcClient.class).sql("delete from consent where user_id = 'bob'").update();
		AtomicInteger next = new AtomicInteger();
		List<Answer> answers = Race.of(() -> flow.allowAll(pages.get(next.getAndIncrement())));
		assertThat(answers).allMatch((answer) -> answer.redirects() && !answer.sent("code").isEmpty());
	}

	@Test
	default void remembersTheSameAnswerGivenManyTimesAtOnce() {
		Set<String> all = Set.of("profile", "email", "notes:read", "notes:write");
		Race.rounds(ROUNDS, (round) -> {
			String client = client();
			return () -> {
				allow(client, all, all);
				assertThat(allowed(client)).isEqualTo(all);
				return true;
			};
		});
	}

	@Test
	default void allowsNoMoreThanOneOfTheAnswersGivenAtOnce() {
		String[] ticked = { "notes:read", "notes:write" };
		AtomicInteger next = new AtomicInteger();
		for (int round = 0; round < ROUNDS; round++) {
			String client = client();
			Race.of(() -> {
				Set<String> allowed = Set.of(ticked[next.getAndIncrement() % ticked.length]);
				allow(client, Set.of(ticked), allowed);
				return true;
			});
			assertThat(allowed(client)).hasSize(1);
		}
	}

	private static Answer page(AuthorizationFlow flow) {
		return flow.browser().follow(flow.authorize(flow.request().and("prompt", "consent")));
	}

	// Nobody allows anything to a client that does not exist.
	private String client() {
		String id = UUID.randomUUID().toString();
		return server().getBean(OwnClients.class).register(id, "notes:read", Map.of()).clientId();
	}

	private void allow(String client, Set<String> shown, Set<String> allowed) {
		RegisteredClient asking = Objects
			.requireNonNull(server().getBean(RegisteredClientRepository.class).findByClientId(client));
		server().getBean(ConsentDecisions.class)
			.allow(new Allowance("alice", asking, shown, allowed, HowLong.REVOKED, null, "https://app.example/"));
	}

	private Set<String> allowed(String client) {
		return server().getBean(JpaConsents.class)
			.holding("alice", client)
			.stream()
			.map(Consent::scope)
			.collect(Collectors.toSet());
	}

}
