package dev.quartet.auth.clients;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

/** Stores the clients. */
public interface Clients extends ListCrudRepository<Client, String> {

	/** A disabled client is not found here. */
	Optional<Client> findByClientIdAndDisabledAtIsNull(String clientId);

}
