package dev.quartet.auth.consents;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.quartet.auth.users.StandardClaim;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the language of the person what is known of her. */
@Component
class ClaimTexts {

	private final MessageSource messages;

	ClaimTexts(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Object... values) {
		return this.messages.getMessage(key, values, LocaleContextHolder.getLocale());
	}

	/** A day as people write it. */
	String day(Instant time) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(LocaleContextHolder.getLocale())
			.withZone(ZoneId.systemDefault())
			.format(time);
	}

	/** In the order of the standard, whatever has a value. */
	List<ConsentPage.Value> values(Map<String, Object> claims) {
		return Arrays.stream(StandardClaim.values())
			.filter((claim) -> claims.containsKey(claim.value()))
			.map((claim) -> new ConsentPage.Value(text("account.claim." + claim.value().replace('_', '-')),
					text(claim, claims.getOrDefault(claim.value(), ""))))
			.toList();
	}

	private String text(StandardClaim claim, Object value) {
		if (value instanceof Boolean flag) {
			return text(flag ? "claim.yes" : "claim.no");
		}
		if (claim == StandardClaim.UPDATED_AT && value instanceof Number seconds) {
			return day(Instant.ofEpochSecond(seconds.longValue()));
		}
		return (value instanceof Map<?, ?> parts)
				? parts.values().stream().map(String::valueOf).collect(Collectors.joining(", "))
				: String.valueOf(value);
	}

}
