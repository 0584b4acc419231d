package dev.quartet.auth.logout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores which clients have yet to be told of an end. */
interface LogoutNotices extends CrudRepository<LogoutNotice, UUID> {

	/** What another instance works with is passed over, not waited for. */
	@Query(nativeQuery = true, value = """
			select * from logout_notice where next_at <= :now order by next_at limit :most for update skip locked""")
	List<LogoutNotice> lockDue(Instant now, int most);

}
