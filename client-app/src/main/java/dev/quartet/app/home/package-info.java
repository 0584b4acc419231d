/** The first page: what this is, who is signed in, what the API says. */
@NullMarked
package dev.quartet.app.home;

import org.jspecify.annotations.NullMarked;
