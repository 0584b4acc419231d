/**
 * Lets a person bring her accounts at several providers together, and take them apart.
 */
@NullMarked
package dev.quartet.app.links;

import org.jspecify.annotations.NullMarked;
