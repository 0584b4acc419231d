package dev.quartet.auth.subjects;

import dev.quartet.auth.flow.QuartetServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Keeps the promises on H2. */
@QuartetServer
class SubjectsTests implements SubjectsContract {

	private final ApplicationContext server;

	SubjectsTests(@Autowired ApplicationContext server) {
		this.server = server;
	}

	@Override
	public ApplicationContext server() {
		return this.server;
	}

}
