package dev.quartet.auth.consents;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the consents. */
interface Consents extends CrudRepository<Consent, Consent.Key> {

	/** Lets one of several answers of a person go first; the others wait for its end. */
	@Query(nativeQuery = true, value = "select id from users where id = :userId for update")
	Optional<String> lock(String userId);

	@Query("select c from Consent c where c.key.userId = :userId and c.key.clientId = :clientId")
	List<Consent> find(String userId, String clientId);

	@Query("select c from Consent c where c.key.userId = :userId")
	List<Consent> find(String userId);

	/** What was allowed for as long as a browser session lasts. */
	@Query("select c from Consent c where c.sid = :sid")
	List<Consent> findBySession(String sid);

}
