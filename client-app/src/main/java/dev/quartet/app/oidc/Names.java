package dev.quartet.app.oidc;

import java.util.regex.Pattern;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quartet.app.oauth2.AnswerRefused;
import org.jspecify.annotations.Nullable;

/**
 * Decides which names of people and sessions can be kept: whole, or not at all, because
 * one that is cut may be another's.
 */
final class Names {

	/** No control characters, nor what looks like nothing or like something else. */
	private static final String PRINTABLE = "[^\\p{C}\\p{Zl}\\p{Zp}]";

	private static final Pattern SUBJECT = Pattern.compile(PRINTABLE + "{1,255}");

	private static final Pattern SESSION = Pattern.compile(PRINTABLE + "{1,300}");

	private Names() {
	}

	/** Whether it is a {@code sub} (OpenID Connect Core 1.0 §2). */
	static boolean isSubject(@Nullable String subject) {
		return subject != null && !subject.isBlank() && SUBJECT.matcher(subject).matches();
	}

	/**
	 * The {@code sid}, null if there is none.
	 * @throws AnswerRefused with the reason when it cannot be one
	 */
	static @Nullable String session(JWTClaimsSet claims, String reason) {
		Object sid = claims.getClaim("sid");
		if (sid == null) {
			return null;
		}
		if (!(sid instanceof String text) || !SESSION.matcher(text).matches()) {
			throw new AnswerRefused(reason, "no usable sid");
		}
		return text;
	}

}
