package dev.quartet.auth.setup;

import java.util.List;

import dev.quartet.auth.users.PasswordProblem;
import dev.quartet.auth.users.PasswordRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sees to it that a server which has no administrator gets one, and says how. */
@Component
@Profile("!demo")
class SetupAtStart implements SmartLifecycle {

	/**
	 * Comes after the seed, which may hold an administrator, and before the web server.
	 */
	private static final int PHASE = 200;

	private static final Logger log = LoggerFactory.getLogger(SetupAtStart.class);

	private final SetupSettings settings;

	private final PasswordRules rules;

	private final FirstAdministrator administrator;

	private volatile boolean running;

	SetupAtStart(SetupSettings settings, PasswordRules rules, FirstAdministrator administrator) {
		this.settings = settings;
		this.rules = rules;
		this.administrator = administrator;
	}

	@Override
	public void start() {
		switch (this.administrator.state()) {
			case EXISTS -> this.settings.password()
				.ifPresent((password) -> log.info("QUARTET_ADMIN_PASSWORD is not used: an administrator exists"));
			case NAME_TAKEN -> log.warn(
					"There is no administrator, and none was created: the person \"{}\" exists "
							+ "without the role admin. Give a person this role in the seed",
					FirstAdministrator.USERNAME);
			case MISSING -> this.settings.password().ifPresentOrElse(this::create, this::printLink);
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private void create(String password) {
		List<PasswordProblem> problems = this.rules.problems(FirstAdministrator.PROFILE, password);
		if (!problems.isEmpty()) {
			throw new AdminPasswordRefused(problems);
		}
		if (this.administrator.createWith(password)) {
			log.info("Created the administrator \"{}\" with the password of QUARTET_ADMIN_PASSWORD, "
					+ "which is no longer needed", FirstAdministrator.USERNAME);
		}
	}

	// The link is a secret, yet the log is the one place that only the owner of the
	// server reads.
	private void printLink() {
		log.warn(
				"There is no administrator yet. Create one within {} minutes at {} (the link works once; a new start prints a new one)",
				FirstAdministrator.LINK_LIFE.toMinutes(), this.settings.link(this.administrator.newLink()));
	}

}
