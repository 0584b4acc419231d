package dev.quartet.auth.resources;

import dev.quartet.auth.changes.Changes;
import org.springframework.stereotype.Component;

/** Counts the changes of scopes and of the APIs that they open. */
@Component
class ScopeChanges extends Changes {

}
