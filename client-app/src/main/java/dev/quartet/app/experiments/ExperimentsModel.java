package dev.quartet.app.experiments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.quartet.app.recording.Recording;
import dev.quartet.app.recording.Recordings;
import dev.quartet.app.recording.SessionFlows;
import dev.quartet.app.registry.Provider;
import dev.quartet.app.registry.Providers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Tells the pages of the flow explorer what can be tried, and what came of it. */
@ControllerAdvice("dev.quartet.app.flow")
@Profile("demo")
class ExperimentsModel {

	private final Experiments experiments;

	private final Providers providers;

	private final Recordings recordings;

	ExperimentsModel(Experiments experiments, Providers providers, Recordings recordings) {
		this.experiments = experiments;
		this.providers = providers;
		this.recordings = recordings;
	}

	@ModelAttribute
	void add(@PathVariable(required = false) @Nullable String id, HttpServletRequest request, Model model) {
		List<Recording> own = this.recordings.list(SessionFlows.of(request.getSession(false)))
			.stream()
			.filter((recording) -> id == null || recording.id().equals(id))
			.toList();
		List<Offer> offers = offers(own);
		if (!offers.isEmpty()) {
			model.addAttribute("experiments", offers);
		}
		Map<String, Experiments.Finding> findings = findings(own);
		model.addAttribute("findings", findings);
		if (id != null && findings.containsKey(id)) {
			model.addAttribute("finding", findings.get(id));
		}
	}

	private List<Offer> offers(List<Recording> own) {
		Stream<Provider> known = own.stream()
			.map(Recording::provider)
			.distinct()
			.flatMap((name) -> this.providers.find(name).stream());
		return known.map((provider) -> new Offer(provider, this.experiments.fitting(provider))).toList();
	}

	private Map<String, Experiments.Finding> findings(List<Recording> own) {
		Map<String, Experiments.Finding> findings = new HashMap<>();
		own.forEach((recording) -> this.experiments.finding(recording)
			.ifPresent((finding) -> findings.put(recording.id(), finding)));
		return findings;
	}

	/** Is what can be tried with one provider. */
	record Offer(Provider provider, List<Fault> faults) {
	}

}
