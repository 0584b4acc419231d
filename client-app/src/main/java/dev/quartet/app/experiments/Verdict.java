package dev.quartet.app.experiments;

import java.util.ArrayList;
import java.util.List;

import dev.quartet.app.oauth2.AnswerRefused;

/**
 * Is what came of trying a fault.
 *
 * @param end how it ended
 * @param by who decided
 * @param status the status of the answer; 0 if no answer was needed
 * @param error the answer's word for programs; empty if it has none
 * @param description what the answer says to people; empty if it says nothing
 * @param notes the keys of what was seen besides
 */
record Verdict(End end, By by, int status, String error, String description, List<String> notes) {

	static Verdict refused(By by, Told told) {
		return new Verdict(End.REFUSED, by, told.status(), told.error(), told.description(), List.of());
	}

	static Verdict accepted(By by, Told told) {
		return new Verdict(End.ACCEPTED, by, told.status(), "", "", List.of());
	}

	static Verdict refusedByApp(AnswerRefused refusal) {
		String detail = String.valueOf(refusal.getMessage()).replaceFirst("^\\w+: ", "");
		return new Verdict(End.REFUSED, By.APP, 0, refusal.reason(), detail, List.of());
	}

	static Verdict untried(String reason) {
		return new Verdict(End.UNTRIED, By.PROVIDER, 0, reason, "", List.of());
	}

	Verdict noting(String note) {
		List<String> more = new ArrayList<>(this.notes);
		more.add(note);
		return new Verdict(this.end, this.by, this.status, this.error, this.description, List.copyOf(more));
	}

	/** Says how an attempt can end. */
	enum End {

		/** As it should. */
		REFUSED,

		/** As it must not. */
		ACCEPTED,

		/** The sign-in did not get so far. */
		UNTRIED

	}

	/** Says who has a word in it. */
	enum By {

		PROVIDER, API, APP

	}

}
