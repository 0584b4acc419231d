package dev.quartet.app.flow;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.quartet.app.recording.Answer;
import dev.quartet.app.recording.Body;
import dev.quartet.app.recording.Message;
import dev.quartet.app.recording.Part;
import dev.quartet.app.recording.Party;
import org.jspecify.annotations.Nullable;

/** Recognises what a message is for by what is in it. */
enum Step {

	DISCOVERY("metadata"), KEYS("keys"), AUTHORIZATION_REQUEST("parameters"), AUTHORIZATION_RESPONSE("parameters"),
	AUTHORIZATION_REFUSAL("parameters"), TOKEN_REQUEST("parameters"), REFRESH("parameters"),
	MACHINE_TOKEN("parameters"), USERINFO("claims"), PROFILE("profile"), API_CALL("api"), REVOCATION("parameters"),
	INTROSPECTION("claims"), LOGOUT_REQUEST("parameters"), LOGOUT_RETURN("parameters"), INITIATED_LOGIN("parameters"),
	TEMPORARY_CREDENTIALS("parameters"), OAUTH1_AUTHORIZATION("parameters"), OAUTH1_CALLBACK("parameters"),
	TOKEN_CREDENTIALS("parameters"), SIGNED_CALL("profile"), OTHER("profile");

	private final String answerArea;

	Step(String answerArea) {
		this.answerArea = answerArea;
	}

	String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The part of the catalogue that explains the content of the answer. */
	String answerArea() {
		return this.answerArea;
	}

	static Step of(Message message) {
		Set<String> sent = sent(message);
		if (message.front()) {
			return (message.to() == Party.PROVIDER) ? toProvider(sent) : toClient(sent);
		}
		if (message.to() == Party.API) {
			return API_CALL;
		}
		return sent.contains("oauth_consumer_key") ? signed(sent) : direct(message, sent);
	}

	private static Step toProvider(Set<String> sent) {
		if (sent.contains("oauth_token")) {
			return OAUTH1_AUTHORIZATION;
		}
		return sent.contains("client_id") && !sent.contains("post_logout_redirect_uri") ? AUTHORIZATION_REQUEST
				: LOGOUT_REQUEST;
	}

	private static Step toClient(Set<String> sent) {
		if (sent.contains("oauth_verifier") || sent.contains("denied")) {
			return OAUTH1_CALLBACK;
		}
		if (sent.contains("error")) {
			return AUTHORIZATION_REFUSAL;
		}
		if (sent.contains("code")) {
			return AUTHORIZATION_RESPONSE;
		}
		return sent.contains("iss") ? INITIATED_LOGIN : LOGOUT_RETURN;
	}

	private static Step signed(Set<String> sent) {
		if (sent.contains("oauth_callback")) {
			return TEMPORARY_CREDENTIALS;
		}
		return sent.contains("oauth_verifier") ? TOKEN_CREDENTIALS : SIGNED_CALL;
	}

	private static Step direct(Message message, Set<String> sent) {
		if (sent.contains("grant_type")) {
			return byGrant(text(message, "grant_type"));
		}
		Set<String> answered = answered(message);
		if (answered.contains("jwks_uri") || message.address().contains("/.well-known/")) {
			return DISCOVERY;
		}
		if (answered.contains("keys") || message.address().contains("jwks")) {
			return KEYS;
		}
		if (sent.contains("token")) {
			return message.address().contains("introspect") ? INTROSPECTION : REVOCATION;
		}
		if (sent.contains("access_token")) {
			return answered.contains("sub") || message.address().contains("userinfo") ? USERINFO : PROFILE;
		}
		return OTHER;
	}

	private static Step byGrant(String grant) {
		return switch (grant) {
			case "refresh_token" -> REFRESH;
			case "client_credentials" -> MACHINE_TOKEN;
			default -> TOKEN_REQUEST;
		};
	}

	private static Set<String> sent(Message message) {
		return Stream.of(message.query(), parts(message.body()), inner(message.headers()))
			.flatMap(List::stream)
			.map(Part::name)
			.collect(Collectors.toSet());
	}

	private static Set<String> answered(Message message) {
		Answer answer = message.answer();
		return (answer == null) ? Set.of() : parts(answer.body()).stream().map(Part::name).collect(Collectors.toSet());
	}

	private static String text(Message message, String name) {
		return parts(message.body()).stream()
			.filter((part) -> part.name().equals(name))
			.map((part) -> String.valueOf(part.value().text()))
			.findFirst()
			.orElse("");
	}

	private static List<Part> inner(List<Part> headers) {
		return headers.stream().map(Part::value).flatMap((value) -> {
			List<Part> parts = value.parts();
			return (parts != null) ? parts.stream() : Stream.empty();
		}).toList();
	}

	private static List<Part> parts(@Nullable Body body) {
		return (body != null) ? body.parts() : List.of();
	}

}
