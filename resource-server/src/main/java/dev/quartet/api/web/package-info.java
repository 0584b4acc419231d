/** Answers every error as a problem (RFC 9457) and limits what a request may bring. */
@NullMarked
package dev.quartet.api.web;

import org.jspecify.annotations.NullMarked;
