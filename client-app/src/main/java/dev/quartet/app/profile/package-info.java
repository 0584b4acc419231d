/** Shows what the authorization server told us about the person. */
@NullMarked
package dev.quartet.app.profile;

import org.jspecify.annotations.NullMarked;
