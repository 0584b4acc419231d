package dev.quartet.auth.authorizations;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads which pages a client wants to be shown (OpenID Connect Core §3.1.2.1). */
public final class Prompts {

	public static final String PARAMETER = "prompt";

	private Prompts() {
	}

	public static List<String> of(@Nullable Object value) {
		return (value instanceof String text) ? Arrays.asList(StringUtils.tokenizeToStringArray(text, " ")) : List.of();
	}

}
