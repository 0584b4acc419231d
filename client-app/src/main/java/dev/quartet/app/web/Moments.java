package dev.quartet.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words when something was or will be. */
@Component
public class Moments {

	private static final DateTimeFormatter FULL = DateTimeFormatter
		.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final MessageSource texts;

	private final Clock clock;

	Moments(MessageSource texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	public String describe(Instant time) {
		Duration ahead = Duration.between(this.clock.instant(), time);
		String direction = ahead.isNegative() ? "moment.past." : "moment.future.";
		return text("moment.with-date", text(direction + unit(ahead.abs()), amount(ahead.abs())), FULL.format(time));
	}

	private String text(String key, Object... parts) {
		return this.texts.getMessage(key, parts, LocaleContextHolder.getLocale());
	}

	private static String unit(Duration length) {
		if (length.toHours() < 1) {
			return "minutes";
		}
		return (length.toDays() < 1) ? "hours" : "days";
	}

	private static long amount(Duration length) {
		if (length.toHours() < 1) {
			return length.toMinutes();
		}
		return (length.toDays() < 1) ? length.toHours() : length.toDays();
	}

}
