package dev.quartet.auth.logout;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.flow.LogoutReceiver;
import dev.quartet.auth.flow.OwnClients;
import dev.quartet.auth.flow.Race;
import dev.quartet.auth.subjects.Subjects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Promises of the outbox that the database has to keep, whichever it is. */
interface LogoutOutboxContract {

	String CLIENT = "told";

	ApplicationContext server();

	@Test
	default void tellsOfEachEndOnceHoweverManyInstancesSend() throws ParseException {
		try (LogoutReceiver receiver = new LogoutReceiver()) {
			clients().register(CLIENT, "openid", Map.of(MetadataField.BACKCHANNEL_LOGOUT_URI, receiver.address()));
			List<String> sids = IntStream.range(0, 100).mapToObj((number) -> "sid-" + number).toList();
			transaction().executeWithoutResult((status) -> sids.forEach(this::tell));
			Race.of(() -> server().getBean(LogoutDelivery.class).run());
			LogoutReceiver.until(() -> waiting() == 0);
			List<String> told = new ArrayList<>();
			for (String token : receiver.tokens()) {
				told.add(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid"));
			}
			assertThat(told).containsExactlyInAnyOrderElementsOf(sids.stream().map(this::sid).toList());
		}
		finally {
			clients().forget(CLIENT);
		}
	}

	@Test
	default void tellsOfNoEndThatWasRolledBack() {
		transaction().executeWithoutResult((status) -> {
			tell("never ended");
			status.setRollbackOnly();
		});
		assertThat(waiting()).isZero();
	}

	@Test
	default void forgetsWhomItCannotTellAnyMore() {
		transaction().executeWithoutResult((status) -> tell("of a client that is gone"));
		LogoutReceiver.until(() -> waiting() == 0);
	}

	private String sid(String own) {
		return Subjects.sid(
				Objects.requireNonNull(server().getBean(RegisteredClientRepository.class).findByClientId(CLIENT)), own);
	}

	private void tell(String sid) {
		server().getBean(LogoutOutbox.class).tell(List.of(CLIENT), "alice", sid);
	}

	private long waiting() {
		return server().getBean(JdbcClient.class)
			.sql("select count(*) from logout_notice where client_id = 'told'")
			.query(Long.class)
			.single();
	}

	private OwnClients clients() {
		return server().getBean(OwnClients.class);
	}

	private TransactionTemplate transaction() {
		return new TransactionTemplate(server().getBean(PlatformTransactionManager.class));
	}

}
