package dev.quartet.auth.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.quartet.auth.audit.AuditEntry;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.users.PersonTimes;
import dev.quartet.auth.web.Languages;
import dev.quartet.auth.web.Times;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Says in plain words what happened: <code>activity.&lt;type&gt;</code>, and where its
 * detail is for people, <code>activity.&lt;type&gt;.detail</code>.
 */
@Component
class ActivityWords {

	private static final String UNKNOWN = "activity.other";

	private final MessageSource messages;

	private final RegisteredClientRepository clients;

	private final PersonTimes times;

	ActivityWords(MessageSource messages, RegisteredClientRepository clients, PersonTimes times) {
		this.messages = messages;
		this.clients = clients;
		this.times = times;
	}

	List<Row> of(List<AuditEntry> entries, String userId, Locale language, HttpServletRequest request) {
		Times times = this.times.of(userId, language);
		List<Locale> languages = Languages.of(request, "");
		return entries.stream()
			.map((entry) -> new Row(sentence(entry, language), entry.at(), times.shown(entry.at()),
					clientName(entry, languages), detail(entry, language)))
			.toList();
	}

	private String sentence(AuditEntry entry, Locale language) {
		String other = Objects
			.requireNonNull(this.messages.getMessage(UNKNOWN, new Object[] { entry.type() }, entry.type(), language));
		return Objects.requireNonNull(this.messages.getMessage("activity." + entry.type(), null, other, language));
	}

	private @Nullable String detail(AuditEntry entry, Locale language) {
		String detail = entry.detail();
		if (detail == null || detail.isEmpty()) {
			return null;
		}
		String shown = AccountEvent.PROFILE_CHANGED.equals(entry.type()) ? claims(detail, language) : detail;
		return this.messages.getMessage("activity." + entry.type() + ".detail", new Object[] { shown }, null, language);
	}

	private String claims(String names, Locale language) {
		return Arrays.stream(names.split(" ", -1))
			.map((name) -> this.messages.getMessage("account.claim." + ProfileField.label(name), null, name, language))
			.collect(Collectors.joining(", "));
	}

	private @Nullable String clientName(AuditEntry entry, List<Locale> languages) {
		if (entry.clientId() == null) {
			return null;
		}
		RegisteredClient client = this.clients.findById(entry.clientId());
		return (client != null) ? QuartetClientSettings.name(client, languages) : entry.clientId();
	}

	/** Is an event as the page shows it. */
	record Row(String sentence, Instant at, String time, @Nullable String client, @Nullable String detail) {
	}

}
