package dev.quartet.auth.resources;

import org.springframework.data.repository.ListCrudRepository;

/** Stores the protected APIs. */
public interface Resources extends ListCrudRepository<Resource, String> {

}
