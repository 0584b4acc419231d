package dev.quartet.auth.authorizations;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the pace of each device. */
interface DevicePolls extends CrudRepository<DevicePoll, String> {

	/** Lets one of several polls go first; the others wait for its end. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from DevicePoll p where p.hash = :hash")
	Optional<DevicePoll> lock(String hash);

}
