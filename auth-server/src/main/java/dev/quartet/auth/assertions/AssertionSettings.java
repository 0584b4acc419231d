package dev.quartet.auth.assertions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Says for whom an assertion must be made out. */
@ConfigurationProperties("quartet")
record AssertionSettings(String issuer) {

}
