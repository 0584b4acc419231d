package dev.quartet.auth.authorizations;

import org.springframework.data.repository.CrudRepository;

/** Stores the opaque access tokens. */
interface OpaqueTokenRows extends CrudRepository<OpaqueToken, String> {

}
