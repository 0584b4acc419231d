package dev.quartet.api.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Words what went wrong in a handler: exactly when the caller can mend it, with nothing
 * but a request id when she cannot.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	static ProblemDetail unexpected(@Nullable Throwable cause) {
		// None when the request failed before it had an id.
		String requestId = Objects.requireNonNullElseGet(MDC.get("requestId"), () -> UUID.randomUUID().toString());
		log.error("Request {} failed", requestId, cause);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something went wrong here. Quote the request id when you report it.");
		problem.setProperty("requestId", requestId);
		return problem;
	}

	/** The security filters know what to answer. */
	@ExceptionHandler({ AccessDeniedException.class, AuthenticationException.class })
	void leaveToSecurity(RuntimeException refused) {
		throw refused;
	}

	@ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class })
	ResponseEntity<ProblemDetail> handleDatabaseAway(RuntimeException away) {
		log.warn("The database does not answer: {}", away.getMessage());
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"This cannot be read or written right now. Try again soon.");
		return ResponseEntity.status(problem.getStatus()).header(HttpHeaders.RETRY_AFTER, "5").body(problem);
	}

	@ExceptionHandler
	ProblemDetail handleUnexpected(Exception cause) {
		return unexpected(cause);
	}

	@ExceptionHandler
	ProblemDetail handleConflict(ConcurrencyFailureException conflict) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Someone changed this meanwhile. Read it again.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException absent,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		absent.getBody().setDetail("There is nothing at this path.");
		return super.handleNoResourceFoundException(absent, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Invalid> errors = invalid.getFieldErrors().stream().map(Problems::invalid).toList();
		return refuse(invalid, errors, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Invalid> errors = invalid.getParameterValidationResults().stream().flatMap(Problems::invalid).toList();
		return refuse(invalid, errors, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		List<Invalid> errors = Stream.ofNullable(mismatch.getPropertyName())
			.map((name) -> new Invalid(name, "has the wrong type"))
			.toList();
		return refuse(mismatch, errors, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(unreadable);
		if (cause instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
			return refuse(unreadable, List.of(invalid(mismatch)), headers, request);
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "The body is not the JSON expected here.");
		return handleExceptionInternal(unreadable, problem, headers, status, request);
	}

	private @Nullable ResponseEntity<Object> refuse(Exception cause, List<Invalid> errors, HttpHeaders headers,
			WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"Some values are not acceptable.");
		problem.setProperty("errors", errors);
		return handleExceptionInternal(cause, problem, headers, HttpStatus.BAD_REQUEST, request);
	}

	private static Invalid invalid(FieldError error) {
		return new Invalid(error.getField(), String.valueOf(error.getDefaultMessage()));
	}

	private static Stream<Invalid> invalid(ParameterValidationResult result) {
		String name = String.valueOf(result.getMethodParameter().getParameterName());
		return result.getResolvableErrors()
			.stream()
			.map(MessageSourceResolvable::getDefaultMessage)
			.map((message) -> new Invalid(name, String.valueOf(message)));
	}

	private static Invalid invalid(DatabindException mismatch) {
		List<JacksonException.Reference> path = mismatch.getPath();
		String field = String.valueOf(path.get(path.size() - 1).getPropertyName());
		boolean unknown = mismatch instanceof UnrecognizedPropertyException;
		return new Invalid(field, unknown ? "is not a known field" : "has the wrong type");
	}

	/** Names one value that is not acceptable and why. */
	record Invalid(String field, String message) {
	}

}
