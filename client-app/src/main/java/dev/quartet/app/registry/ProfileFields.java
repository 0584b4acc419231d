package dev.quartet.app.registry;

import org.jspecify.annotations.Nullable;

/**
 * Says where a provider's answer holds what we show, each as a path of JSON members with
 * dots between them.
 *
 * @param subject what identifies the person for ever
 * @param name her name as people write it
 * @param username her name at the provider
 * @param email her e-mail address
 * @param picture the address of her picture
 */
public record ProfileFields(String subject, @Nullable String name, @Nullable String username, @Nullable String email,
		@Nullable String picture) {
}
