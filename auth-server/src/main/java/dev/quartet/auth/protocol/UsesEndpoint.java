package dev.quartet.auth.protocol;

import java.util.Map;
import java.util.Objects;

import dev.quartet.auth.uses.UseReportRefused;
import dev.quartet.auth.uses.UseReports;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Takes from resource servers that check tokens themselves what they saw used. */
@RestController
class UsesEndpoint {

	private final UseReports reports;

	UsesEndpoint(UseReports reports) {
		this.reports = reports;
	}

	@PostMapping(Endpoints.USES)
	ResponseEntity<Void> take(OAuth2ClientAuthenticationToken caller,
			@RequestAttribute(JsonBodies.SENT) Map<String, Object> sent) {
		this.reports.take(Objects.requireNonNull(caller.getRegisteredClient()), sent.get("uses"));
		return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> refuse(UseReportRefused refused) {
		HttpStatus status = refused.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("error", refused.isForbidden() ? "access_denied" : "invalid_request", "error_description",
					refused.description()));
	}

}
