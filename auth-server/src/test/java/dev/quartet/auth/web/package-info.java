/** Tests what every page has in common. */
@NullMarked
package dev.quartet.auth.web;

import org.jspecify.annotations.NullMarked;
