/** Writes down the messages of a sign-in, so that they can be shown. */
@NullMarked
package dev.quartet.app.recording;

import org.jspecify.annotations.NullMarked;
