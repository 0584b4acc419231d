package dev.quartet.auth.registration;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.quartet.auth.clients.ClientMetadata;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers clients (RFC 7591 §3) and lets each look after itself (RFC 7592 §2). */
@RestController
class RegistrationApi {

	private static final String ONE = RegistrationAddress.PATH + "/{clientId}";

	private final RegistrationSettings settings;

	private final Admissions admissions;

	private final MetadataReader reader;

	private final Registrations registrations;

	private final OwnRegistration own;

	private final RegistrationAddress address;

	RegistrationApi(RegistrationSettings settings, Admissions admissions, MetadataReader reader,
			Registrations registrations, OwnRegistration own, RegistrationAddress address) {
		this.settings = settings;
		this.admissions = admissions;
		this.reader = reader;
		this.registrations = registrations;
		this.own = own;
		this.address = address;
	}

	@PostMapping(RegistrationAddress.PATH)
	ResponseEntity<Map<String, Object>> register(HttpServletRequest request) throws IOException {
		this.settings.refuseWhenOff();
		Admission admission = this.admissions.admit(RegistrationRequest.token(request), request.getRemoteAddr());
		String clientId = this.registrations.newClientId();
		ClientMetadata metadata = this.reader.read(RegistrationRequest.metadata(request), clientId, admission.scope());
		return answer(HttpStatus.CREATED, this.registrations.register(clientId, metadata, admission));
	}

	@GetMapping(ONE)
	ResponseEntity<Map<String, Object>> read(@PathVariable String clientId, HttpServletRequest request) {
		return answer(HttpStatus.OK, this.own.read(clientId, token(request)));
	}

	@PutMapping(ONE)
	ResponseEntity<Map<String, Object>> update(@PathVariable String clientId, HttpServletRequest request)
			throws IOException {
		String token = token(request);
		Set<String> allowed = this.own.scope(clientId, token);
		SubmittedMetadata submitted = RegistrationRequest.metadata(request);
		RefusedFields.checkUpdate(submitted, clientId);
		ClientMetadata metadata = this.reader.read(submitted, clientId, allowed);
		return answer(HttpStatus.OK, this.own.update(clientId, token, metadata, submitted.text("client_secret")));
	}

	@DeleteMapping(ONE)
	ResponseEntity<Void> delete(@PathVariable String clientId, HttpServletRequest request) {
		this.own.delete(clientId, token(request));
		return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
	}

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(RegistrationRefused refused, HttpServletRequest request) {
		ResponseEntity.BodyBuilder answer = answer(HttpStatus.valueOf(refused.status()));
		if (refused.status() == HttpStatus.UNAUTHORIZED.value()) {
			// Who brought no token only learns what to bring (RFC 6750 §3.1).
			String brought = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
			boolean broughtToken = brought.regionMatches(true, 0, "Bearer", 0, "Bearer".length());
			answer.header(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer realm=\"Quartet\"" + (broughtToken ? ", error=\"invalid_token\"" : ""));
		}
		if (refused.status() == HttpStatus.TOO_MANY_REQUESTS.value()) {
			answer.header(HttpHeaders.RETRY_AFTER, "3600");
		}
		return answer.body(Map.of("error", refused.error(), "error_description", refused.description()));
	}

	private String token(HttpServletRequest request) {
		this.settings.refuseWhenOff();
		Optional<String> token = RegistrationRequest.token(request);
		return token.orElseThrow(RegistrationRefused::token);
	}

	private ResponseEntity<Map<String, Object>> answer(HttpStatus status, Registered registered) {
		return answer(status)
			.body(RegisteredClientAnswer.of(registered, this.address.of(registered.client().clientId())));
	}

	// Whatever a machine says that it accepts: it reads JSON.
	private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON);
	}

}
