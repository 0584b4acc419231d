package dev.quartet.auth.apps;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.quartet.auth.authorizations.EndedBy;
import dev.quartet.auth.authorizations.PersonGrants;
import dev.quartet.auth.consents.ConsentDecisions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets an application that a person trusts see her connected applications, and take back
 * what she allowed them. The person is the one of the access token, whatever the client
 * calls her.
 */
@RestController
@RequestMapping(AccountApi.PATH)
class AppsApi {

	private final ConnectedApps apps;

	private final AppJson.Writer json;

	private final ConsentDecisions decisions;

	private final PersonGrants grants;

	AppsApi(ConnectedApps apps, AppJson.Writer json, ConsentDecisions decisions, PersonGrants grants) {
		this.apps = apps;
		this.json = json;
		this.decisions = decisions;
		this.grants = grants;
	}

	@GetMapping("/apps")
	ResponseEntity<Map<String, List<AppJson>>> list(Authentication person, Locale language) {
		List<AppJson> all = this.apps.of(person.getName()).stream().map((app) -> this.json.of(app, language)).toList();
		return AccountApi.answer(Map.of("apps", all));
	}

	@PatchMapping("/apps")
	ResponseEntity<AppJson> change(HttpServletRequest request, Authentication person, Locale language)
			throws IOException {
		AppChange change = AppChangeReader.read(request);
		this.apps.change(person.getName(), change);
		return this.apps.of(person.getName(), change.clientId())
			.map((app) -> AccountApi.answer(this.json.of(app, language)))
			.orElseThrow(ApiRefused::unknownApp);
	}

	/** One, or all of them if exactly that is asked for. */
	@DeleteMapping("/apps")
	ResponseEntity<Void> revoke(HttpServletRequest request, Authentication person) {
		String clientId = AccountApi.parameter(request, "client_id");
		boolean all = AccountApi.parameter(request, "all").equals("true");
		if (all != clientId.isEmpty()) {
			throw ApiRefused.request("client_id must name the application, or all=true mean each of them");
		}
		if (all) {
			this.decisions.revokeAll(person.getName());
		}
		else if (this.apps.of(person.getName(), clientId).isEmpty()
				|| !this.decisions.revoke(person.getName(), clientId)) {
			throw ApiRefused.unknownApp();
		}
		return AccountApi.done();
	}

	/** Ends one sign-in or device, and leaves what the application may do. */
	@DeleteMapping("/grants/{grantId}")
	ResponseEntity<Void> end(@PathVariable String grantId, Authentication person) {
		if (!AccountApi.isId(grantId) || !this.grants.end(person.getName(), UUID.fromString(grantId), EndedBy.PERSON)) {
			throw new ApiRefused(HttpStatus.NOT_FOUND, "The person has no such grant");
		}
		return AccountApi.done();
	}

	@RequestMapping("/apps")
	ResponseEntity<Object> otherMethod() {
		return AccountApi.otherMethod(HttpMethod.GET, HttpMethod.PATCH, HttpMethod.DELETE);
	}

	@RequestMapping("/grants/{grantId}")
	ResponseEntity<Object> otherMethodForAGrant() {
		return AccountApi.otherMethod(HttpMethod.DELETE);
	}

	@RequestMapping({ "", "/**" })
	void elsewhere() {
		throw new ApiRefused(HttpStatus.NOT_FOUND, "There is nothing at this address");
	}

}
