package dev.quartet.app.web;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where this application is reached and how long a session may last there: redirect
 * addresses come from here, never from a request's Host header.
 *
 * @param url scheme, host and port without a slash at the end
 * @param longestSession after which a person must sign in again, however busy she is
 */
@Validated
@ConfigurationProperties("quartet.app")
public record AppSettings(
		@NotNull @Pattern(regexp = "https?://[^/?#\\s]+", message = "must look like https://app.example") String url,
		@DefaultValue("12h") @DurationMin(minutes = 1) Duration longestSession) {
}
