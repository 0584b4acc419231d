/** Does sign-ins wrong on purpose, and shows who refuses them. */
@NullMarked
package dev.quartet.app.experiments;

import org.jspecify.annotations.NullMarked;
