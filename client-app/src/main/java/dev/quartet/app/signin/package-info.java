/** Signs people in and out at the authorization server. */
@NullMarked
package dev.quartet.app.signin;

import org.jspecify.annotations.NullMarked;
