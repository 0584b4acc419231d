package dev.quartet.app.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.quartet.app.oauth2.ReceivedTokens;
import dev.quartet.app.pending.PendingLogin;
import dev.quartet.app.recording.Recorder;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.signin.Trial;

/** Is a fault being tried, with everything that was received meanwhile. */
final class Attempt {

	private final List<ReceivedTokens> received = new ArrayList<>();

	private final Trial trial;

	private final Recorder recorder;

	Attempt(Trial trial, Recorder recorder) {
		this.trial = trial;
		this.recorder = recorder;
	}

	Trial trial() {
		return this.trial;
	}

	Provider provider() {
		return this.trial.provider();
	}

	PendingLogin login() {
		return this.trial.login();
	}

	/** What the last call was answered with. */
	Told told() {
		return Told.by(this.recorder.lastAnswer(login().recording()));
	}

	ReceivedTokens keep(ReceivedTokens tokens) {
		this.received.add(tokens);
		return tokens;
	}

	/** What is to be given back: of each answer what all others hang on. */
	List<String> leftovers() {
		return this.received.stream()
			.map((tokens) -> Optional.ofNullable(tokens.refreshToken()).orElse(tokens.accessToken()))
			.distinct()
			.toList();
	}

}
