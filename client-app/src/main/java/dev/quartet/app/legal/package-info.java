/** What the consent page links to: how this app treats data, and its terms. */
@NullMarked
package dev.quartet.app.legal;

import org.jspecify.annotations.NullMarked;
