/**
 * Decides whether what came with a request is an access token for this API: signed by an
 * issuer, vouched for by an issuer's introspection endpoint, or signed with a shared
 * secret.
 */
@NullMarked
package dev.quartet.api.access.tokens;

import org.jspecify.annotations.NullMarked;
