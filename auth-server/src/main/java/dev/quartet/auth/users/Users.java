package dev.quartet.auth.users;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Stores the people. */
public interface Users extends ListCrudRepository<User, String> {

	/** A disabled person is not found here. */
	Optional<User> findByIdAndDisabledAtIsNull(String id);

	boolean existsByIdAndDisabledAtIsNull(String id);

	/** The key is {@link UsernameRules#key}. */
	Optional<User> findByUsernameKey(String key);

	/** Counts the disabled ones too. */
	@Query(nativeQuery = true, value = "select count(*) from users where concat(' ', roles, ' ') like '% admin %'")
	long countAdministrators();

	default Optional<User> findByUsername(String username) {
		return findByUsernameKey(UsernameRules.key(username));
	}

}
