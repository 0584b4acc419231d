/** Knows who has signed in here, and by which accounts elsewhere. */
@NullMarked
package dev.quartet.app.identities;

import org.jspecify.annotations.NullMarked;
