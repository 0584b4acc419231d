package dev.quartet.auth.authorizations;

import java.time.Instant;
import java.time.ZoneOffset;

import dev.quartet.auth.flow.Flows;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets alice allow the demo's application what the store's tests grant in her name. */
final class AllowedApp {

	private AllowedApp() {
	}

	/** Nothing, where she has done so or nobody can walk through pages. */
	static void at(BeanFactory server, Instant now) {
		server.getBeanProvider(Flows.class).ifAvailable((flows) -> {
			long allowed = server.getBean(JdbcClient.class)
				.sql("select count(*) from consent where user_id = 'alice' and client_id = 'quartet-app' "
						+ "and scope in (:scopes) and (expires_at is null or expires_at > :now)")
				.param("scopes", StoredFlow.SCOPES)
				.param("now", now.atOffset(ZoneOffset.UTC))
				.query(Long.class)
				.single();
			if (allowed < StoredFlow.SCOPES.size()) {
				flows.app().code("alice");
			}
		});
	}

}
