package dev.quartet.auth.authorizations;

import org.jspecify.annotations.Nullable;

/**
 * Tells that a browser session is over, in the transaction that ends what was granted in
 * it; the person is known if anything was.
 */
public record SessionEnded(String sid, @Nullable String userId) {

}
