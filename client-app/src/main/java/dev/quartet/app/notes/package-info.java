/** Shows and changes the person's notes. */
@NullMarked
package dev.quartet.app.notes;

import org.jspecify.annotations.NullMarked;
