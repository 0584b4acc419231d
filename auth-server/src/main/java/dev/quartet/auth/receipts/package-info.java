/** What people decided, each decision as a signed record that they can keep. */
@NullMarked
@ApplicationModule(allowedDependencies = { "keys", "purge" })
package dev.quartet.auth.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
