package dev.quartet.auth.sessions;

import java.time.Duration;

import dev.quartet.auth.authorizations.SessionLifetime;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sets after how long a person signs in again, however busy she was since her latest
 * sign-in.
 */
@Validated
@ConfigurationProperties("quartet.sessions")
record SessionSettings(@DefaultValue("7d") @DurationMin(minutes = 5) Duration lifetime) implements SessionLifetime {

}
