package dev.quartet.auth.clients;

import dev.quartet.auth.changes.Changes;
import org.springframework.stereotype.Component;

/** Counts the changes of clients and of their secrets. */
@Component
class ClientChanges extends Changes {

}
