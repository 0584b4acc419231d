package dev.quartet.auth.registration;

import java.time.Duration;
import java.util.Set;

import org.springframework.context.ApplicationContext;

/** Hands out initial access tokens as the operator's command does. */
public final class InitialTokens {

	private InitialTokens() {
	}

	public static String one(ApplicationContext server) {
		return of(server, 1, Duration.ofHours(1));
	}

	public static String of(ApplicationContext server, int uses, Duration life, String... scope) {
		return server.getBean(InitialAccessTokens.class).issue(Set.of(scope), uses, life);
	}

}
