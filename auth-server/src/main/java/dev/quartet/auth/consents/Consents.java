package dev.quartet.auth.consents;

import java.util.List;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the consents. */
interface Consents extends CrudRepository<Consent, Consent.Key> {

	@Query("select c from Consent c where c.key.userId = :userId and c.key.clientId = :clientId")
	List<Consent> find(String userId, String clientId);

}
