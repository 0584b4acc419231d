package dev.quartet.auth.authorize;

import jakarta.servlet.Filter;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ErrorAuthenticationFailureHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Makes the filters through which an authorization request goes, sent or pushed. */
@Component
public class RequestFilters {

	private static final String AUTHORIZE = "/oauth2/authorize";

	private static final String PUSH = "/oauth2/par";

	private final RegisteredClientRepository clients;

	private final RequestObjectReader objects;

	private final SignInChecks signInChecks;

	private final AuthorizationAnswers answers;

	/** The errors of a pushed request are for the machine (RFC 9126 §2.3). */
	private final AuthenticationFailureHandler machineAnswers = new OAuth2ErrorAuthenticationFailureHandler();

	RequestFilters(RegisteredClientRepository clients, RequestObjectReader objects, SignInChecks signInChecks,
			AuthorizationAnswers answers) {
		this.clients = clients;
		this.objects = objects;
		this.signInChecks = signInChecks;
		this.answers = answers;
	}

	/** Stands before everything that reads the request. */
	public Filter unreadable() {
		return new UnreadableRequests(this.clients, AUTHORIZE, this.answers);
	}

	/** Stands behind that, and before everything else that reads the request. */
	public Filter objects() {
		return new RequestObjectFilter(AUTHORIZE, this.clients, this.objects, this.answers);
	}

	public Filter unreadablePushed() {
		return new UnreadableRequests(this.clients, PUSH, this.machineAnswers);
	}

	public Filter pushedObjects() {
		return new RequestObjectFilter(PUSH, this.clients, this.objects, this.machineAnswers);
	}

	/** Stands before the check whether anybody is signed in at all. */
	public Filter signIn(AuthenticationEntryPoint login) {
		return new SignInFilter(this.signInChecks, login, this.answers);
	}

}
