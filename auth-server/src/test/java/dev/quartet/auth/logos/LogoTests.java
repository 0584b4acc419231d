package dev.quartet.auth.logos;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on H2. */
@QuartetServer
class LogoTests implements LogoContract {

	private final ApplicationContext server;

	LogoTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
