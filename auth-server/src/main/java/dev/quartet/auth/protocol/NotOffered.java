package dev.quartet.auth.protocol;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses proofs of possession (RFC 9449), which no metadata of ours offers: half of the
 * framework would go by them.
 */
class NotOffered extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getHeader("DPoP") == null || !Endpoints.isToken(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		MachineErrors.write(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_dpop_proof",
				"DPoP is not offered by this server");
	}

}
