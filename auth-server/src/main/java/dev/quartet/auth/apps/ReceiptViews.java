package dev.quartet.auth.apps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.quartet.auth.consents.Face;
import dev.quartet.auth.consents.Faces;
import dev.quartet.auth.receipts.KeptReceipt;
import dev.quartet.auth.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a person's language what a receipt holds. */
@Component
class ReceiptViews {

	private final Faces faces;

	ReceiptViews(Faces faces) {
		this.faces = faces;
	}

	/** The permissions stand in it in the words that she read then. */
	View of(KeptReceipt receipt, Times times, Locale language) {
		Map<String, Object> content = receipt.content();
		Face face = this.faces.of(receipt.clientId(), List.of(language));
		String name = (content.get("client") instanceof Map<?, ?> client && client.get("client_name") != null)
				? String.valueOf(client.get("client_name")) : face.name();
		String expires = text(content, "expires_at");
		return new View(receipt.id().toString(), receipt.decidedAt().toString(), times.shown(receipt.decidedAt()),
				receipt.decision().value(), name, receipt.clientId(), titles(content), text(content, "redirect_uri"),
				text(content, "duration"), (expires != null) ? times.shown(Instant.parse(expires)) : null);
	}

	private static List<String> titles(Map<String, Object> content) {
		List<String> titles = new ArrayList<>();
		if (content.get("resources") instanceof List<?> resources) {
			for (Object resource : resources) {
				if (resource instanceof Map<?, ?> api && api.get("scopes") instanceof List<?> scopes) {
					scopes.forEach((scope) -> titles.add(title(scope)));
				}
			}
		}
		return titles;
	}

	private static String title(@Nullable Object scope) {
		return (scope instanceof Map<?, ?> line) ? String.valueOf(line.get("title")) : "";
	}

	private static @Nullable String text(Map<String, Object> content, String name) {
		return (content.get(name) instanceof String value) ? value : null;
	}

	/** Is a receipt as the page shows it. */
	record View(String id, String at, String time, String decision, String client, String clientId, List<String> titles,
			@Nullable String redirectUri, @Nullable String duration, @Nullable String expires) {
	}

}
