package dev.quartet.auth.users;

import java.util.Locale;

import dev.quartet.auth.web.Times;
import org.springframework.stereotype.Component;

/** Writes times as one person reads them. */
@Component
public class PersonTimes {

	private final Users users;

	PersonTimes(Users users) {
		this.users = users;
	}

	/** In her time zone, as far as she has told it. */
	public Times of(String userId, Locale language) {
		Object zone = this.users.findById(userId)
			.map((user) -> user.profile().claims().get(StandardClaim.ZONEINFO))
			.orElse(null);
		return Times.of(language, zone);
	}

}
