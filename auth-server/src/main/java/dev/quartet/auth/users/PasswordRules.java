package dev.quartet.auth.users;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.stereotype.Component;

/**
 * Decides whether a person may have a password: by its length, by what anybody would try
 * first, and by the list of those that were stolen elsewhere (NIST SP 800-63B §3.1.1.2).
 */
@Component
public class PasswordRules {

	private static final int MAX_LENGTH = 200;

	/** Of five (0 to 4): from here on it takes more than 10^8 guesses. */
	private static final int STRONG_ENOUGH = 3;

	/** What follows adds to the strength, and much to the work of measuring it. */
	private static final int MEASURED_LENGTH = 100;

	private final PasswordSettings settings;

	private final boolean demo;

	private final Zxcvbn strength = new Zxcvbn();

	// Not a bean: Spring Security would ask it at every sign-in, and the people of the
	// demo could not come in.
	private final CompromisedPasswordChecker breached;

	PasswordRules(PasswordSettings settings, Environment environment) {
		this.settings = settings;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
		this.breached = BreachedPasswords.in(settings.breached());
	}

	/** Says what is wrong with what the owner declared; the demo allows weak ones. */
	public List<PasswordProblem> problemsOfDeclared(Profile person, String password) {
		String normalized = normalize(password);
		return this.demo ? problemsOfLength(normalized, 0) : problems(person, password);
	}

	/** Says what is wrong with what a person chose; an empty list allows it. */
	public List<PasswordProblem> problems(Profile person, String password) {
		String normalized = normalize(password);
		List<PasswordProblem> problems = new ArrayList<>(problemsOfLength(normalized, this.settings.minLength()));
		if (!problems.isEmpty()) {
			return problems;
		}
		PersonalWords words = PersonalWords.of(person);
		if (words.areAllOf(normalized)) {
			problems.add(problem("personal", "A password is not the user name, the name or the e-mail address."));
		}
		else if (isGuessable(normalized, words)) {
			problems.add(problem("guessable", "A password is not one that is guessed early."));
		}
		if (this.breached.check(password).isCompromised()) {
			problems.add(problem("breached", "A password is not on the list of breached ones."));
		}
		return problems;
	}

	private boolean isGuessable(String password, PersonalWords words) {
		String measured = password.substring(0, Math.min(password.length(), MEASURED_LENGTH));
		return this.strength.measure(measured, words.all()).getScore() < STRONG_ENOUGH;
	}

	private static List<PasswordProblem> problemsOfLength(String normalized, int minLength) {
		if (isTooLong(normalized)) {
			return List.of(new PasswordProblem("too-long", MAX_LENGTH,
					"A password has at most " + MAX_LENGTH + " characters."));
		}
		return (length(normalized) >= minLength) ? List.of() : List
			.of(new PasswordProblem("too-short", minLength, "A password has at least " + minLength + " characters."));
	}

	private static PasswordProblem problem(String key, String sentence) {
		return new PasswordProblem(key, 0, sentence);
	}

	// The same characters typed on another keyboard must give the same password (NIST SP
	// 800-63B §3.1.1.2).
	static String normalize(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	static boolean isTooLong(String normalized) {
		return length(normalized) > MAX_LENGTH;
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

}
