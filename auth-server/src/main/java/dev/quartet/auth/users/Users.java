package dev.quartet.auth.users;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Stores the people. */
public interface Users extends ListCrudRepository<User, String> {

	/** A disabled person is not found here. */
	Optional<User> findByIdAndDisabledAtIsNull(String id);

	/** The key is {@link UsernameRules#key}. */
	Optional<User> findByUsernameKey(String key);

	@Query(nativeQuery = true,
			value = "select count(*) from users where concat(' ', roles, ' ') like '% admin %' and disabled_at is null")
	long countAdministrators();

	default Optional<User> findByUsername(String username) {
		return findByUsernameKey(UsernameRules.key(username));
	}

}
