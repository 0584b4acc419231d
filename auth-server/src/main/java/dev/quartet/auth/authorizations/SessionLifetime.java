package dev.quartet.auth.authorizations;

import java.time.Duration;

/** Says after how long a person signs in again, whatever happened meanwhile. */
public interface SessionLifetime {

	Duration lifetime();

}
