package dev.quartet.auth.grantmanagement;

import java.util.Map;

import dev.quartet.auth.authorizations.ClientGrants;
import dev.quartet.auth.authorizations.GrantRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets a client look at one of its grants, and give it back (Grant Management for OAuth
 * 2.0 §6.4-6.5). Those of others are as unknown as those that never were.
 */
@RestController
@RequestMapping(GrantRequest.PATH + "/{grantId}")
class GrantManagementApi {

	private static final Map<String, Object> UNKNOWN = Map.of("error", "invalid_request", "error_description",
			"This client has no such grant");

	private final ClientGrants grants;

	private final GrantAnswer answers;

	GrantManagementApi(ClientGrants grants, GrantAnswer answers) {
		this.grants = grants;
		this.answers = answers;
	}

	@GetMapping
	ResponseEntity<Map<String, Object>> query(@PathVariable String grantId, Authentication client) {
		return this.grants.find(client.getName(), grantId)
			.map((grant) -> answer(HttpStatus.OK, this.answers.of(grant)))
			.orElseGet(() -> answer(HttpStatus.NOT_FOUND, UNKNOWN));
	}

	@DeleteMapping
	ResponseEntity<Map<String, Object>> revoke(@PathVariable String grantId, Authentication client) {
		return this.grants.end(client.getName(), grantId)
				? ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build()
				: answer(HttpStatus.NOT_FOUND, UNKNOWN);
	}

	// Whatever a machine says that it accepts: it reads JSON.
	private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body);
	}

}
