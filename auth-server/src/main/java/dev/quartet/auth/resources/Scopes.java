package dev.quartet.auth.resources;

import org.springframework.data.repository.ListCrudRepository;

/** Stores the scopes. */
public interface Scopes extends ListCrudRepository<Scope, String> {

}
