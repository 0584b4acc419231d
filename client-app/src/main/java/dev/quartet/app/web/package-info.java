/**
 * What every page shares: the layout's person, the headers, plain pages for what went
 * wrong.
 */
@NullMarked
package dev.quartet.app.web;

import org.jspecify.annotations.NullMarked;
