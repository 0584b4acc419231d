package dev.quartet.app.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Says at which authorization server people sign in, and who we are there.
 *
 * @param issuer exactly what the server's metadata says
 * @param clientId our name at the server
 * @param clientSecret proves that name; without it nobody can sign in
 */
@Validated
@ConfigurationProperties("quartet.provider")
public record ProviderSettings(
		@NotNull @Pattern(regexp = "https?://[^?#\\s]+", message = "must look like https://id.example") String issuer,
		@NotBlank String clientId, @Nullable String clientSecret) {

	public boolean isConfigured() {
		return this.clientSecret != null && !this.clientSecret.isBlank();
	}

	@Override
	public String toString() {
		return "ProviderSettings[issuer=" + this.issuer + ", clientId=" + this.clientId + "]";
	}

}
