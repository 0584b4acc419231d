package dev.quartet.auth.apps;

import java.util.Locale;

import dev.quartet.auth.users.StandardClaim;
import dev.quartet.auth.users.Users;
import dev.quartet.auth.web.Times;
import org.springframework.stereotype.Component;

/** Writes times as one person reads them. */
@Component
class PersonTimes {

	private final Users users;

	PersonTimes(Users users) {
		this.users = users;
	}

	/** In her time zone, as far as she has told it. */
	Times of(String userId, Locale language) {
		Object zone = this.users.findById(userId)
			.map((user) -> user.profile().claims().get(StandardClaim.ZONEINFO))
			.orElse(null);
		return Times.of(language, zone);
	}

}
