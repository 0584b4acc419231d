package dev.quartet.app.oidc;

import java.util.Map;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.JsonAnswers;
import dev.quartet.app.oauth2.ProviderSilent;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks for the claims that the ID token left out (OpenID Connect Core 1.0 §5.3). */
@Component
public class UserInfo {

	private final RestClient http;

	private final JsonAnswers answers;

	UserInfo(ClientHttpRequestFactory outbound, JsonAnswers answers) {
		this.http = RestClient.builder().requestFactory(outbound).build();
		this.answers = answers;
	}

	/**
	 * The claims about the same person.
	 * @throws AnswerRefused when they are about somebody else (§5.3.2) or refused
	 * @throws ProviderSilent when nothing comes
	 */
	public Map<String, Object> of(String subject, String endpoint, String accessToken) {
		return this.answers.read(
				() -> this.http.get().uri(endpoint).headers((headers) -> headers.setBearerAuth(accessToken)),
				(status, members) -> {
					if (status != 200) {
						throw new AnswerRefused("userinfo_refused", endpoint + " answered " + status);
					}
					if (!subject.equals(members.get("sub"))) {
						throw new AnswerRefused("userinfo_subject", "its sub is not that of the ID token");
					}
					return Map.copyOf(members);
				});
	}

}
