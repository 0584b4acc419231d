package dev.quartet.api.limits;

import java.io.IOException;
import java.util.List;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.quartet.api.access.Caller;
import dev.quartet.api.access.RefusalLimit;
import dev.quartet.api.access.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Counts each request once, for its client and person when the token is good and for its
 * address when it is not, and answers those that are too many.
 */
final class RateLimit implements RefusalLimit {

	private static final String COUNTED = RateLimit.class.getName();

	private final Buckets buckets;

	private final JsonMapper json;

	RateLimit(LimitSettings settings, Ticker ticker, JsonMapper json) {
		this.buckets = new Buckets(settings, ticker);
		this.json = json;
	}

	@Override
	public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getAttribute(COUNTED) != null) {
			return false;
		}
		request.setAttribute(COUNTED, true);
		Level level = Caller.of(request).map(buckets::take).orElseGet(() -> buckets.takeForAddress(request));
		return answers(level, request, response);
	}

	private boolean answers(Level level, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (level.policy().isLimit()) {
			response.setHeader("RateLimit-Policy", level.policy().header());
			response.setHeader("RateLimit", level.header());
		}
		if (!level.isTooLow()) {
			return false;
		}
		Refusals.note(request, "rate_limited");
		refuse(response, level);
		return true;
	}

	private void refuse(HttpServletResponse response, Level level) throws IOException {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS,
				"These are too many requests in so short a time. Wait as long as Retry-After says.");
		problem.setProperty("violated-policies", List.of(level.policy().name()));
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(level.secondsToWait()));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(), problem);
	}

}
