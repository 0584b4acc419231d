package dev.quartet.api.access;

import java.util.List;

/**
 * Tells that a caller was let in because of what the token permits.
 *
 * @param caller who came
 * @param scopes what the rule demanded, and no more
 */
public record ScopesUsed(Caller caller, List<String> scopes) {
}
