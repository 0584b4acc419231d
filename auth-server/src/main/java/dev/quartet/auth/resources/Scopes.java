package dev.quartet.auth.resources;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Stores the scopes. */
public interface Scopes extends ListCrudRepository<Scope, String> {

	/** Reads all in one statement, each with its API. */
	@Override
	@Query("select s from Scope s left join fetch s.resource")
	List<Scope> findAll();

}
