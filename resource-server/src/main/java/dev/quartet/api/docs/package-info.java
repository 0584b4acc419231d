/** Describes the whole API to programs (OpenAPI) and to people (Swagger UI). */
@NullMarked
package dev.quartet.api.docs;

import org.jspecify.annotations.NullMarked;
