package dev.quartet.auth.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes points in time as a person reads them. A page without script does not know her
 * time zone: it is the one that she told, else UTC, and it is always named.
 */
public final class Times {

	private final DateTimeFormatter format;

	private Times(DateTimeFormatter format) {
		this.format = format;
	}

	/**
	 * In her language and her time zone.
	 * @param zone her claim <code>zoneinfo</code>, if she told it
	 */
	public static Times of(Locale language, @Nullable Object zone) {
		return new Times(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(language)
			.withZone((zone != null) ? zone(zone.toString()) : ZoneOffset.UTC));
	}

	/** As in "21 Nov 2026, 16:05 UTC". */
	public String shown(Instant time) {
		ZoneId zone = this.format.getZone();
		return this.format.format(time) + " " + (ZoneOffset.UTC.equals(zone) ? "UTC" : zone);
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

}
