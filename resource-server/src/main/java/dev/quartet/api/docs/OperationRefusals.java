package dev.quartet.api.docs;

import java.util.EnumSet;
import java.util.Set;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation how it may refuse a request. */
@Component
class OperationRefusals implements OperationCustomizer {

	private static final Set<Refusal> ALWAYS = EnumSet.of(Refusal.BAD_REQUEST, Refusal.UNAUTHORIZED,
			Refusal.TOO_MANY_REQUESTS, Refusal.SERVICE_UNAVAILABLE);

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Set<Refusal> refusals = EnumSet.copyOf(ALWAYS);
		if (operation.getRequestBody() != null) {
			refusals.add(Refusal.CONTENT_TOO_LARGE);
			refusals.add(Refusal.UNSUPPORTED_MEDIA_TYPE);
		}
		Refuses own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Refuses.class);
		if (own != null) {
			for (HttpStatus status : own.value()) {
				refusals.add(Refusal.of(status));
			}
		}
		refusals.forEach((refusal) -> operation.getResponses()
			.addApiResponse(refusal.code(), new ApiResponse().$ref(refusal.reference())));
		return operation;
	}

}
