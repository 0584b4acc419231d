/**
 * Decides whether whoever presents a token holds the key that it is bound to (DPoP, RFC
 * 9449; mutual TLS, RFC 8705).
 * <p>
 * The package knows nothing of the rest of the API but its address, and no database is
 * needed: it remembers proofs in memory where there is none. Its {@link Sha256} serves
 * the other packages as well.
 */
@NullMarked
package dev.quartet.api.access.proof;

import org.jspecify.annotations.NullMarked;
