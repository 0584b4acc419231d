package dev.quartet.auth.consents;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/** Asks a person what a device may do, and remembers her answer as a consent. */
@Component
public class ScopeChoices {

	private final Offers offers;

	private final ConsentPages pages;

	private final ConsentDecisions decisions;

	ScopeChoices(Offers offers, ConsentPages pages, ConsentDecisions decisions) {
		this.offers = offers;
		this.pages = pages;
		this.decisions = decisions;
	}

	/** What the template {@code consents/scopes} shows. */
	public Map<String, @Nullable Object> asModel(OAuth2Authorization asking, Set<String> asked, Authentication person,
			List<Locale> languages) {
		return this.pages.of(this.offers.ofDevice(asking, asked, person), languages)
			.asModel(LocaleContextHolder.getLocale());
	}

	/**
	 * What her answer says.
	 * @param ticked the scopes that came back
	 * @param fields everything else that came back
	 */
	public Answer answer(OAuth2Authorization asking, Set<String> asked, Authentication person,
			Collection<String> ticked, Map<String, String> fields) {
		Offer offer = this.offers.ofDevice(asking, asked, person);
		ConsentForm form = ConsentForm.of(ticked, fields, offer);
		if (form.denies() || form.isMoreThan(offer)) {
			return new Answer(null, null);
		}
		Optional<ConsentNote> problem = form.problem(offer);
		return problem.isPresent() ? new Answer(null, problem.get().value())
				: new Answer(new Allowance(person.getName(), offer.client(), offer.asked(), form.allowed(),
						form.howLong(), null, null), null);
	}

	/** The message that explains why she is asked again; null for none. */
	public static @Nullable String noteKey(String note) {
		return ConsentNote.of(note).map(ConsentNote::key).orElse(null);
	}

	/** What was shown and not ticked is no longer allowed. */
	public void remember(Answer answer) {
		this.decisions.allow(Objects.requireNonNull(answer.allowance));
	}

	/** She said no; what she allowed before stays allowed. */
	public void denied(String userId, String clientId, Set<String> shown) {
		this.decisions.deny(userId, clientId, shown);
	}

	/** Is a yes, a no, or neither. */
	public static final class Answer {

		private final @Nullable Allowance allowance;

		private final @Nullable String note;

		private Answer(@Nullable Allowance allowance, @Nullable String note) {
			this.allowance = allowance;
			this.note = note;
		}

		public boolean allows() {
			return this.allowance != null;
		}

		/** Why she must be asked again; empty where she has decided. */
		public Optional<String> note() {
			return Optional.ofNullable(this.note);
		}

		/** What she allows. */
		public Set<String> scopes() {
			return (this.allowance != null) ? this.allowance.allowed() : Set.of();
		}

	}

}
