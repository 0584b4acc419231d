package dev.quartet.auth.authorizations;

import dev.quartet.auth.onetime.OneTimeKind;
import dev.quartet.auth.onetime.OneTimes;
import org.springframework.stereotype.Component;

/** Decides how often a code may come with a wrong verifier: a thief can only guess. */
@Component
public class CodeGuesses {

	private static final int MOST = 3;

	private final OneTimes oneTimes;

	CodeGuesses(OneTimes oneTimes) {
		this.oneTimes = oneTimes;
	}

	/** Counts a wrong verifier; the third one burns the code (RFC 7636 §7.1). */
	public void wrong(String code) {
		this.oneTimes.fail(OneTimeKind.CODE, code, MOST);
	}

}
