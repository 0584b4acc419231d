package dev.quartet.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.quartet.app.recording.Message;
import dev.quartet.app.recording.Recording;
import dev.quartet.app.recording.Recordings;
import dev.quartet.app.recording.SessionFlows;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows a session its own recordings, signed in or not: a failed sign-in is one too. */
@Controller
@Profile("demo")
class FlowController {

	private final Recordings recordings;

	private final Catalogue catalogue;

	FlowController(Recordings recordings, Catalogue catalogue) {
		this.recordings = recordings;
		this.catalogue = catalogue;
	}

	@GetMapping("/flow")
	String list(HttpServletRequest request, Model model) {
		model.addAttribute("recordings", this.recordings.list(SessionFlows.of(request.getSession(false))));
		return "flow/list";
	}

	@GetMapping("/flow/{id}")
	String show(@PathVariable String id, HttpServletRequest request, Model model) {
		Recording recording = SessionFlows.of(request.getSession(false))
			.stream()
			.filter(id::equals)
			.findFirst()
			.flatMap(this.recordings::find)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<MessageView> messages = views(recording);
		model.addAttribute("recording", recording);
		model.addAttribute("messages", messages);
		model.addAttribute("diagram", Diagram.of(messages));
		return "flow/flow";
	}

	private List<MessageView> views(Recording recording) {
		List<MessageView> views = new ArrayList<>();
		Instant start = recording.startedAt();
		for (Message message : recording.messages()) {
			views.add(MessageView.of(this.catalogue, views.size() + 1, message, start));
		}
		return List.copyOf(views);
	}

}
