package dev.quartet.app.oauth2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Reads what providers answer: JSON objects of a sane size. */
@Component
public class JsonAnswers {

	static final int LARGEST = 256 * 1024;

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final JsonMapper json;

	JsonAnswers(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Makes the call and hands its status and members on; members are empty where the
	 * body is no JSON object.
	 * @throws ProviderSilent when nothing comes, or a 5xx
	 * @throws AnswerRefused when it is too large
	 */
	public <T> T read(Supplier<? extends RestClient.RequestHeadersSpec<?>> call, Reader<T> reader) {
		try {
			T result = call.get().exchange((request, response) -> {
				int status = response.getStatusCode().value();
				if (status >= 500) {
					throw new ProviderSilent(request.getURI().getHost() + " answered " + status);
				}
				return reader.read(status, members(response));
			});
			if (result == null) {
				throw new ProviderSilent("No answer");
			}
			return result;
		}
		catch (ResourceAccessException ex) {
			throw new ProviderSilent("No answer", ex);
		}
	}

	/** What a log line may hold of what others wrote. */
	public static String printable(@Nullable Object value) {
		String text = String.valueOf(value);
		return text.substring(0, Math.min(text.length(), 300)).replaceAll("[^\\x20-\\x7e]", "?");
	}

	private Map<String, Object> members(ClientHttpResponse response) throws IOException {
		byte[] body = response.getBody().readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			throw new AnswerRefused("answer_too_large", "more than " + LARGEST + " bytes");
		}
		try {
			Map<String, Object> members = this.json.readValue(new String(body, StandardCharsets.UTF_8), OBJECT);
			if (members == null) {
				return Map.of();
			}
			// A member without a value says nothing.
			members.values().removeIf(Objects::isNull);
			return members;
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

	/** Decides what to make of an answer. */
	@FunctionalInterface
	public interface Reader<T> {

		T read(int status, Map<String, Object> members);

	}

}
