package dev.quartet.auth.users;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether a claim may have this value (OpenID Connect Core §5.1). */
public final class ClaimRules {

	/** The members of an address (OpenID Connect Core §5.1.1). */
	public static final List<String> ADDRESS = List.of("formatted", "street_address", "locality", "region",
			"postal_code", "country");

	private static final int LONGEST_TEXT = 200;

	private static final int LONGEST_ADDRESS = 1000;

	private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/]+.*");

	private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

	private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{3,30}(;ext=[0-9]{1,10})?");

	private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");

	/** Those that turn the direction of what follows are among them. */
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

	private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

	private ClaimRules() {
	}

	/** Says what is wrong with the value, or nothing. */
	public static Optional<String> problem(StandardClaim claim, Object value) {
		if (claim.kind() == StandardClaim.Kind.FLAG) {
			return check(value instanceof Boolean, "true or false");
		}
		if (claim.kind() == StandardClaim.Kind.ADDRESS) {
			return problemOfAddress(value);
		}
		return (value instanceof String text) ? problemOfText(claim.kind(), text) : Optional.of("expected text");
	}

	private static Optional<String> problemOfText(StandardClaim.Kind kind, String text) {
		int longest = (kind == StandardClaim.Kind.WEB_ADDRESS) ? LONGEST_ADDRESS : LONGEST_TEXT;
		if (text.length() > longest) {
			return Optional.of("expected at most %d characters".formatted(longest));
		}
		if (CONTROL.matcher(text).find()) {
			return Optional.of("expected text on one line, without control characters");
		}
		return switch (kind) {
			case WEB_ADDRESS -> check(WEB_ADDRESS, text, "an http or https address");
			case EMAIL -> check(EMAIL, text, "an e-mail address");
			case PHONE -> check(PHONE, text, "an international number, as in +44 20 7946 0123");
			case LANGUAGE -> check(LANGUAGE, text, "a language, as in en-GB");
			case ZONE -> check(isZone(text), "a time zone, as in Europe/Paris");
			case DATE -> check(isDate(text), "a date, as in 1865-11-26, 0000-11-26 or 1865");
			case TEXT -> Optional.empty();
			default -> Optional.of("it follows from the account");
		};
	}

	private static Optional<String> problemOfAddress(Object value) {
		boolean known = value instanceof Map<?, ?> address && !address.isEmpty()
				&& ADDRESS.containsAll(address.keySet())
				&& address.values().stream().allMatch((line) -> line instanceof String text && isLine(text));
		return check(known, "a map with some of " + String.join(", ", ADDRESS));
	}

	// A line of an address may have several lines (OpenID Connect Core §5.1.1).
	private static boolean isLine(String text) {
		return !text.isBlank() && text.length() <= LONGEST_ADDRESS && !CONTROL.matcher(text.replace('\n', ' ')).find();
	}

	private static Optional<String> check(Pattern pattern, String text, String expected) {
		return check(pattern.matcher(text).matches(), expected);
	}

	private static Optional<String> check(boolean good, String expected) {
		return good ? Optional.empty() : Optional.of("expected " + expected);
	}

	private static boolean isZone(String zone) {
		try {
			ZoneId.of(zone);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	// The year 0000 says that it is not told, a year alone that the day is not.
	private static boolean isDate(String date) {
		try {
			return YEAR.matcher(date).matches() || LocalDate.parse(date) != null;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
