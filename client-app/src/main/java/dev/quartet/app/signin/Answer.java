package dev.quartet.app.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.app.oauth2.AnswerRefused;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Is what came back from a provider by way of the browser.
 *
 * @param parameters the decoded parameters
 */
record Answer(Map<String, List<String>> parameters) {

	private static final int MOST = 30;

	private static final int LONGEST = 8_000;

	/** What a post may leave behind here: anybody can send one. */
	private static final int LONGEST_KEPT = 4_000;

	private static final Set<String> KEPT = Set.of("code", "state", "iss", "error", "error_description", "error_uri",
			"session_state");

	static Answer of(HttpServletRequest request) {
		return new Answer(request.getParameterMap()
			.entrySet()
			.stream()
			.limit(MOST)
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Stream.of(entry.getValue()).limit(2).toList())));
	}

	/** The known parameters of a sane size; what is too long is as good as missing. */
	Map<String, List<String>> essentials() {
		return this.parameters.entrySet()
			.stream()
			.filter((entry) -> KEPT.contains(entry.getKey())
					&& entry.getValue().stream().allMatch((value) -> value.length() <= LONGEST_KEPT))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Parameters must not be included more than once (RFC 6749 §3.1). */
	@Nullable String single(String name) {
		List<String> values = this.parameters.getOrDefault(name, List.of());
		if (values.size() > 1) {
			throw new AnswerRefused(SignInProblems.INCOMPLETE, name + " came twice");
		}
		return values.stream().filter((value) -> value.length() <= LONGEST).findFirst().orElse(null);
	}

	/** What the pending sign-in is found by, if it came exactly once. */
	Optional<String> onlyState() {
		return only("state");
	}

	/** Whether it looks like an answer at all. */
	boolean isAnswer() {
		boolean answers = only("code").or(() -> only("error")).or(() -> only("oauth_token")).isPresent();
		return answers && only("state").isPresent();
	}

	private Optional<String> only(String name) {
		List<String> values = this.parameters.getOrDefault(name, List.of());
		return (values.size() == 1) ? values.stream().filter((value) -> !value.isEmpty()).findFirst()
				: Optional.empty();
	}

	String required(String name) {
		String value = single(name);
		if (value == null || value.isEmpty()) {
			throw new AnswerRefused(SignInProblems.INCOMPLETE, "no " + name);
		}
		return value;
	}

	@Override
	public String toString() {
		return "Answer" + this.parameters.keySet();
	}

}
