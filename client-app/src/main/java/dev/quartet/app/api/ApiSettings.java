package dev.quartet.app.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Says where the resource server is.
 *
 * @param url its address, without a slash at the end
 * @param provider the registry's name of the provider whose tokens it takes
 */
@Validated
@ConfigurationProperties("quartet.api")
public record ApiSettings(@NotNull @Pattern(regexp = "https?://[^?#\\s]*[^/?#\\s]",
		message = "must look like https://api.example") String url, @NotBlank String provider) {
}
