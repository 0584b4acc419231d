package dev.quartet.auth.users;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Sets how long a password must be; it can be made stricter, never weaker. */
@Validated
@ConfigurationProperties("quartet.password")
record PasswordSettings(@DefaultValue("15") @Min(15) @Max(64) int minLength) {

}
