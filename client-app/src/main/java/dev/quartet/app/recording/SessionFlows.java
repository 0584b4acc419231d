package dev.quartet.app.recording;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Knows which recordings belong to a browser session: nobody sees another's. */
public final class SessionFlows {

	private static final int MOST = 10;

	private static final String ATTRIBUTE = "flows";

	private SessionFlows() {
	}

	/** Lets this session see a recording, and its newest ten in all. */
	public static void keep(HttpSession session, String recording) {
		List<String> ids = new ArrayList<>(of(session));
		ids.remove(recording);
		ids.add(0, recording);
		// A plain text is what every kind of session store can keep.
		session.setAttribute(ATTRIBUTE, String.join(" ", ids.subList(0, Math.min(MOST, ids.size()))));
	}

	/** Lets a session see what another saw. */
	public static void keep(HttpSession session, List<String> recordings) {
		if (!recordings.isEmpty()) {
			session.setAttribute(ATTRIBUTE, String.join(" ", recordings));
		}
	}

	public static List<String> of(@Nullable HttpSession session) {
		Object ids = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		return (ids instanceof String text) ? List.of(text.split(" ", -1)) : List.of();
	}

}
