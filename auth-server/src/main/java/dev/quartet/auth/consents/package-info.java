/** Who allowed what to which client, and the page that asks. */
@NullMarked
@ApplicationModule(allowedDependencies = { "assertions", "audit", "authorizations", "clients", "logos", "onetime",
		"purge", "receipts", "resources", "subjects", "users", "uses", "web" })
package dev.quartet.auth.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
