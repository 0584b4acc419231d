/** Is a client of OAuth 1.0a: signs requests and walks the three legs (RFC 5849). */
@NullMarked
package dev.quartet.app.oauth1;

import org.jspecify.annotations.NullMarked;
