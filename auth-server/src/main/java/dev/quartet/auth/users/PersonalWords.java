package dev.quartet.auth.users;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/** Knows the words that whoever knows the person would try first as her password. */
record PersonalWords(List<String> all) {

	private static final List<StandardClaim> NAMES = List.of(StandardClaim.NAME, StandardClaim.GIVEN_NAME,
			StandardClaim.MIDDLE_NAME, StandardClaim.FAMILY_NAME, StandardClaim.NICKNAME, StandardClaim.EMAIL,
			StandardClaim.PHONE_NUMBER, StandardClaim.BIRTHDATE);

	static PersonalWords of(Profile person) {
		Stream<String> known = NAMES.stream().map(person.claims()::get).filter(Objects::nonNull).map(Object::toString);
		return new PersonalWords(Stream.concat(Stream.of(person.username(), "quartet"), known)
			.flatMap((text) -> Stream.concat(Stream.of(text), Stream.of(text.split("[\\s@._-]+"))))
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.filter(StringUtils::hasText)
			.distinct()
			.toList());
	}

	/** Whether the password is one of them, however it is written. */
	boolean areAllOf(String password) {
		String letters = letters(password);
		return this.all.stream().map(PersonalWords::letters).anyMatch(letters::equals);
	}

	private static String letters(String text) {
		return PasswordRules.normalize(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

}
