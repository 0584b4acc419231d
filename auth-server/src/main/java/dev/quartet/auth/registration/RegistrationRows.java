package dev.quartet.auth.registration;

import java.time.Instant;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the registrations. */
interface RegistrationRows extends CrudRepository<Registration, String> {

	/**
	 * Lets open registrations come one after the other, so that none slips past the
	 * quota.
	 */
	@Query(nativeQuery = true, value = "select name from registration_quota where name = 'open' for update")
	String lockQuota();

	@Query("select count(r) from Registration r where r.openFrom is not null and r.registeredAt > :since")
	long countOpen(Instant since);

	@Query("select count(r) from Registration r where r.openFrom = :openFrom and r.registeredAt > :since")
	long countOpen(String openFrom, Instant since);

}
