package dev.quartet.auth.clients;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Stores the clients. */
public interface Clients extends ListCrudRepository<Client, String> {

	/** A disabled client is not found here; one statement, whether it is found or not. */
	@Query("select c from Client c left join fetch c.secrets where c.clientId = :clientId and c.disabledAt is null")
	Optional<Client> findEnabled(String clientId);

	/** Lets whoever changes the client come one after the other. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Client c where c.clientId = :clientId")
	Optional<Client> lock(String clientId);

	List<Client> findAll(Sort order);

	/** Enabled clients that let a sign-in begin elsewhere, by their names. */
	@Query(nativeQuery = true, value = """
			select * from client where disabled_at is null and further like '%"initiate_login_uri"%'
			order by client_name, client_id limit 100""")
	List<Client> findWhereLoginBegins();

	/** The lists of redirect URIs of enabled clients that have this text in them. */
	@Query(nativeQuery = true, value = "select redirect_uris from client where disabled_at is null "
			+ "and redirect_uris like concat('%', :text, '%')")
	List<String> findRedirectUrisWith(String text);

}
