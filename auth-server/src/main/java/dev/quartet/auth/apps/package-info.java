/** What a person has allowed which application, and how she takes it back. */
@NullMarked
@ApplicationModule(allowedDependencies = { "audit", "authorizations", "consents", "receipts", "resources", "users",
		"uses", "web" })
package dev.quartet.auth.apps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
