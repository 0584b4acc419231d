/** Knows the authorization server: its metadata, its keys, and whether it answers. */
@NullMarked
package dev.quartet.app.provider;

import org.jspecify.annotations.NullMarked;
