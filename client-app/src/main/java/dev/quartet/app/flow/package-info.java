/** Shows people the messages of the sign-ins that they have just made. */
@NullMarked
package dev.quartet.app.flow;

import org.jspecify.annotations.NullMarked;
