package dev.quartet.auth.setup;

import org.springframework.context.ApplicationContext;

/** Makes links that create the first administrator. */
public final class SetupLinks {

	private SetupLinks() {
	}

	public static String newSecret(ApplicationContext server) {
		return server.getBean(FirstAdministrator.class).newLink();
	}

}
