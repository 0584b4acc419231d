package dev.quartet.api.access;

import java.io.IOException;
import java.util.Map;

import dev.quartet.api.access.keys.IssuerAway;
import dev.quartet.api.access.proof.ProofRefused;
import dev.quartet.api.access.proof.Proofs;
import dev.quartet.api.access.proof.Scheme;
import dev.quartet.api.access.tokens.AccessTokens;
import dev.quartet.api.access.tokens.TokenRefused;
import dev.quartet.api.access.tokens.VerifiedToken;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Makes the token of a request known as its caller, or refuses the request when its token
 * is not good; without a token nobody calls. Spring's own filter would verify each token
 * anew, and look for it in more places.
 */
final class AccessTokenFilter implements Filter {

	private final AccessTokens tokens;

	private final Proofs proofs;

	private final Challenges challenges;

	AccessTokenFilter(AccessTokens tokens, Proofs proofs, Challenges challenges) {
		this.tokens = tokens;
		this.proofs = proofs;
		this.challenges = challenges;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest http = (HttpServletRequest) request;
		if (http.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(request, response);
			return;
		}
		@Nullable CallerAuthentication caller;
		try {
			caller = callerOf(http, (HttpServletResponse) response);
		}
		catch (RequestRefused refused) {
			challenges.answer(http, (HttpServletResponse) response, refused.refusal());
			return;
		}
		if (caller == null) {
			chain.doFilter(request, response);
			return;
		}
		// The proxy around the filters takes it away again.
		SecurityContextHolder.setContext(new SecurityContextImpl(caller));
		chain.doFilter(http instanceof CallersRequest ? http : new CallersRequest(http), response);
	}

	// A forward or the end of an asynchronous answer must not use a proof twice.
	private @Nullable CallerAuthentication callerOf(HttpServletRequest request, HttpServletResponse response) {
		CallerAuthentication known = CallerAuthentication.of(request);
		if (known != null) {
			return known;
		}
		Credentials credentials = Credentials.of(request);
		if (credentials == null || (credentials.scheme() == Scheme.DPOP && !proofs.isOffered())) {
			return null;
		}
		VerifiedToken token = verify(request, response, credentials);
		CallerAuthentication caller = new CallerAuthentication(Caller.of(token), credentials.scheme());
		request.setAttribute(CallerAuthentication.ATTRIBUTE, caller);
		return caller;
	}

	private VerifiedToken verify(HttpServletRequest request, HttpServletResponse response, Credentials credentials) {
		try {
			VerifiedToken token = tokens.verify(credentials.token());
			Map<String, String> headers = proofs.check(request, credentials.scheme(), credentials.token(),
					token.confirmation(), token.issuer() + ' ' + token.subject());
			headers.forEach(response::setHeader);
			return token;
		}
		catch (TokenRefused refusal) {
			throw new RequestRefused(Refusal.invalidToken(credentials.scheme(), refusal.description()));
		}
		catch (ProofRefused refusal) {
			throw new RequestRefused(Refusal.unproven(credentials.scheme(), refusal));
		}
		catch (IssuerAway away) {
			throw new RequestRefused(Refusal.issuerAway());
		}
	}

}
