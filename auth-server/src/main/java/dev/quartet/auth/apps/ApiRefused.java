package dev.quartet.auth.apps;

import java.util.Objects;

import org.springframework.http.HttpStatus;

/**
 * Tells an application what is wrong with its call, so that its developer can mend it.
 */
class ApiRefused extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final HttpStatus status;

	ApiRefused(HttpStatus status, String detail) {
		super(detail);
		this.status = status;
	}

	static ApiRefused request(String detail) {
		return new ApiRefused(HttpStatus.BAD_REQUEST, detail);
	}

	/** One that has nothing of hers is as unknown as one that does not exist. */
	static ApiRefused unknownApp() {
		return new ApiRefused(HttpStatus.NOT_FOUND, "The person has no such connected application");
	}

	HttpStatus status() {
		return this.status;
	}

	String detail() {
		return Objects.requireNonNull(getMessage());
	}

}
