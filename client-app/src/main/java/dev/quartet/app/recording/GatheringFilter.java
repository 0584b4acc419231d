package dev.quartet.app.recording;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Has everything that one request writes down stored at its end, at once. */
final class GatheringFilter extends OncePerRequestFilter {

	private final Batches batches;

	private final FlowRecorder recorder;

	GatheringFilter(Batches batches, FlowRecorder recorder) {
		this.batches = batches;
		this.recorder = recorder;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.batches.gather();
		try {
			chain.doFilter(request, response);
		}
		finally {
			this.batches.gathered().forEach(this.recorder::store);
		}
	}

}
