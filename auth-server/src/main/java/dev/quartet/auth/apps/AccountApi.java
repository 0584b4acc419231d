package dev.quartet.auth.apps;

import java.util.UUID;

import dev.quartet.auth.resources.AccountScopes;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Words what the account API answers: JSON whatever its caller accepts, problems as RFC
 * 9457 says, and nothing that anybody may keep.
 */
@RestControllerAdvice(assignableTypes = { AppsApi.class, ReceiptsApi.class })
class AccountApi {

	static final String PATH = AccountScopes.PATH;

	@ExceptionHandler
	ResponseEntity<Object> refuse(ApiRefused refused) {
		ResponseEntity.BodyBuilder answer = of(refused.status());
		if (refused.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
			answer.header("Accept-Patch", MediaType.APPLICATION_JSON_VALUE);
		}
		return problem(answer, refused.status(), refused.detail());
	}

	static <T> ResponseEntity<T> answer(T body) {
		return of(HttpStatus.OK).contentType(MediaType.APPLICATION_JSON).body(body);
	}

	static ResponseEntity<Void> done() {
		return of(HttpStatus.NO_CONTENT).build();
	}

	static ResponseEntity<Object> otherMethod(HttpMethod... methods) {
		return problem(of(HttpStatus.METHOD_NOT_ALLOWED).allow(methods), HttpStatus.METHOD_NOT_ALLOWED,
				"This address does not take this method");
	}

	/** A parameter of the address; empty if it is not there. */
	static String parameter(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values != null && values.length > 1) {
			throw ApiRefused.request(name + " must not be there more than once");
		}
		return (values != null) ? values[0] : "";
	}

	static boolean isId(String text) {
		try {
			UUID.fromString(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static ResponseEntity.BodyBuilder of(HttpStatus status) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore());
	}

	private static ResponseEntity<Object> problem(ResponseEntity.BodyBuilder answer, HttpStatus status, String detail) {
		return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(status, detail));
	}

}
