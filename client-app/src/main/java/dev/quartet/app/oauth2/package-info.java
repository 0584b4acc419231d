/** Speaks the authorization code flow of OAuth 2.0 with the token endpoints of others. */
@NullMarked
package dev.quartet.app.oauth2;

import org.jspecify.annotations.NullMarked;
