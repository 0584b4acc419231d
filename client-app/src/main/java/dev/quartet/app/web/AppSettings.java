package dev.quartet.app.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where this application is reached: redirect addresses come from here, never from a
 * request's Host header.
 *
 * @param url scheme, host and port without a slash at the end
 */
@Validated
@ConfigurationProperties("quartet.app")
public record AppSettings(
		@NotNull @Pattern(regexp = "https?://[^/?#\\s]+", message = "must look like https://app.example") String url) {
}
