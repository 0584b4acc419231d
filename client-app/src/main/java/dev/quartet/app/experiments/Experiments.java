package dev.quartet.app.experiments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.quartet.app.oauth1.OAuth1Refused;
import dev.quartet.app.oauth1.OAuth1Unreachable;
import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ProviderSilent;
import dev.quartet.app.recording.Recorder;
import dev.quartet.app.recording.Recording;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.signin.Trial;
import dev.quartet.app.signin.Trials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tries faults, writes down what came of it, and gives back what it received. */
@Component
@Profile("demo")
class Experiments implements Trials {

	private static final Logger log = LoggerFactory.getLogger(Experiments.class);

	private final List<Fault> faults;

	private final Exchange exchange;

	private final Recorder recorder;

	private final JsonMapper mapper;

	Experiments(List<Family> families, Exchange exchange, Recorder recorder, JsonMapper mapper) {
		this.faults = families.stream().map(Family::faults).flatMap(List::stream).toList();
		this.exchange = exchange;
		this.recorder = recorder;
		this.mapper = mapper;
	}

	List<Fault> fitting(Provider provider) {
		return this.faults.stream().filter((fault) -> fault.fits().test(provider)).toList();
	}

	Optional<Fault> find(Provider provider, String name) {
		return this.faults.stream().filter((fault) -> fault.isNamed(name, provider)).findFirst();
	}

	@Override
	public String attempt(Trial trial) {
		Fault fault = find(trial.provider(), String.valueOf(trial.login().experiment()))
			.orElseThrow(() -> new AnswerRefused("experiment_unknown", "no such fault"));
		String recording = trial.login().recording();
		Verdict verdict = this.recorder.during(recording, () -> attempted(fault, new Attempt(trial, this.recorder)));
		this.recorder.concluded(recording, this.mapper.writeValueAsString(new Conclusion(fault.texts(), verdict)));
		return "tried-" + verdict.end().name().toLowerCase(Locale.ROOT);
	}

	/** What was found out; empty where the recording is that of a sign-in. */
	Optional<Finding> finding(Recording recording) {
		return Optional.ofNullable(recording.findings())
			.flatMap(this::conclusion)
			.flatMap((conclusion) -> this.faults.stream()
				.filter((fault) -> fault.texts().equals(conclusion.texts()))
				.findFirst()
				.map((fault) -> new Finding(fault, conclusion.verdict())));
	}

	private Verdict attempted(Fault fault, Attempt attempt) {
		try {
			return fault.with(attempt);
		}
		catch (AnswerRefused ex) {
			return Verdict.untried(ex.reason());
		}
		catch (OAuth1Refused ex) {
			return Verdict.untried(ex.reason().code());
		}
		catch (ProviderSilent | OAuth1Unreachable ex) {
			return Verdict.untried("no_answer");
		}
		finally {
			giveBack(attempt);
		}
	}

	/** What cannot be given back expires by itself. */
	private void giveBack(Attempt attempt) {
		try {
			this.exchange.giveBack(attempt);
		}
		catch (AnswerRefused | ProviderSilent ex) {
			log.info("Tokens of an experiment left to expire: {}", ex.getMessage());
		}
	}

	private Optional<Conclusion> conclusion(String json) {
		try {
			return Optional.of(this.mapper.readValue(json, Conclusion.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Is what a page shows of an experiment. */
	record Finding(Fault fault, Verdict verdict) {
	}

}
