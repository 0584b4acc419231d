/** Lets scripts of this origin call the API, with tokens that they never see. */
@NullMarked
package dev.quartet.app.relay;

import org.jspecify.annotations.NullMarked;
