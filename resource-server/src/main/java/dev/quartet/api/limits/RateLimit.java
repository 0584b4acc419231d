package dev.quartet.api.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * Counts each request once, for its client when the token is good and for its address
 * when it is not, and answers those that are too many.
 */
final class RateLimit implements RefusalLimit {

	private static final String COUNTED = RateLimit.class.getName();

	// Some 100 bytes each. Who has more addresses than that is not stopped by counting.
	private static final int SENDERS = 50_000;

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Cache<Sender, Bucket> buckets = Caffeine.newBuilder().maximumSize(SENDERS).build();

	private final Policy clients;

	private final Policy addresses;

	private final Ticker ticker;

	private final JsonMapper json;

	RateLimit(LimitSettings settings, Ticker ticker, JsonMapper json) {
		this.clients = settings.clients();
		this.addresses = settings.addresses();
		this.ticker = ticker;
		this.json = json;
	}

	@Override
	public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<Caller> caller = Caller.of(request);
		Policy policy = caller.isPresent() ? clients : addresses;
		if (!policy.isLimit() || request.getAttribute(COUNTED) != null) {
			return false;
		}
		request.setAttribute(COUNTED, policy);
		long now = ticker.read();
		Sender sender = caller.map(Sender::of).orElseGet(() -> Sender.at(request));
		long missing = buckets.get(sender, (fresh) -> new Bucket(now)).take(policy, now);
		tell(response, policy, missing);
		if (missing <= policy.capacity()) {
			return false;
		}
		Refusals.note(request, "rate_limited");
		refuse(response, policy, missing - policy.capacity());
		return true;
	}

	// draft-ietf-httpapi-ratelimit-headers-10 §4: what is left, and when all is there.
	private static void tell(HttpServletResponse response, Policy policy, long missing) {
		long left = Math.max(policy.capacity() - missing, 0) / policy.interval();
		response.setHeader("RateLimit-Policy", policy.header());
		response.setHeader("RateLimit", "\"" + policy.name() + "\";r=" + left + ";t=" + seconds(missing));
	}

	private void refuse(HttpServletResponse response, Policy policy, long wait) throws IOException {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS,
				"These are too many requests in so short a time. Wait as long as Retry-After says.");
		problem.setProperty("violated-policies", List.of(policy.name()));
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait)));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		json.writeValue(response.getOutputStream(), problem);
	}

	private static long seconds(long nanos) {
		return (nanos + SECOND - 1) / SECOND;
	}

}
