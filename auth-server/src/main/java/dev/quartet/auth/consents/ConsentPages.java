package dev.quartet.auth.consents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.clients.Vetting;
import dev.quartet.auth.receipts.KeptReceipt;
import dev.quartet.auth.receipts.ReceiptBook;
import dev.quartet.auth.resources.Resource;
import dev.quartet.auth.resources.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** Says an offer in the language of the person. */
@Component
class ConsentPages {

	private final Faces faces;

	private final ReceiptBook receipts;

	private final ClaimTexts texts;

	ConsentPages(Faces faces, ReceiptBook receipts, ClaimTexts texts) {
		this.faces = faces;
		this.receipts = receipts;
		this.texts = texts;
	}

	/**
	 * @param languages in which she likes to read the client's name, the best first
	 */
	ConsentPage of(Offer offer, List<Locale> languages) {
		Face face = this.faces.of(offer.client(), languages);
		return new ConsentPage(offer, face, groups(offer), always(offer), offline(offer), former(offer).orElse(null));
	}

	private List<ConsentPage.Group> groups(Offer offer) {
		Map<String, ConsentPage.Group> groups = new LinkedHashMap<>();
		Locale language = LocaleContextHolder.getLocale();
		offer.items()
			.stream()
			.filter(Offer.Item::isListed)
			.sorted((one, other) -> Boolean.compare(one.scope().resource().isPresent(),
					other.scope().resource().isPresent()))
			.forEach((item) -> {
				ConsentPage.Group group = groups.computeIfAbsent(
						item.scope().resource().map(Resource::identifier).orElse(""),
						(id) -> group(item.scope(), language));
				(item.isRequired() ? group.required() : group.optional()).add(line(offer, item, language));
			});
		return List.copyOf(groups.values());
	}

	private ConsentPage.Group group(Scope scope, Locale language) {
		Optional<Resource> resource = scope.resource();
		String name = resource.map((api) -> api.resourceName(language))
			.orElseGet(() -> this.texts.text("consent.profile-group"));
		return new ConsentPage.Group(name, resource.flatMap(Resource::owner).orElse(null), new ArrayList<>(),
				new ArrayList<>());
	}

	private ConsentPage.Line line(Offer offer, Offer.Item item, Locale language) {
		Scope scope = item.scope();
		List<ConsentPage.Value> values = scope.resource().isPresent() ? null : this.texts.values(item.values());
		return new ConsentPage.Line(scope.name(), scope.title(language), scope.description(language).orElse(null),
				scope.risk().value(), isTicked(offer, item), item.granted(), values);
	}

	// Whoever nobody knows gets nothing that she has not ticked herself.
	private static boolean isTicked(Offer offer, Offer.Item item) {
		return offer.vetting() != Vetting.UNVETTED
				&& (item.granted() || offer.vetting() == Vetting.VETTED || !item.isHighRisk());
	}

	private List<ConsentPage.Always> always(Offer offer) {
		if (!offer.asksFor(OidcScopes.OPENID)) {
			return List.of();
		}
		boolean pairwise = QuartetClientSettings.sector(offer.client()).isPresent();
		return List.of(new ConsentPage.Always("identity", pairwise ? this.texts.text("consent.openid.pairwise")
				: this.texts.text("consent.openid", offer.subject())));
	}

	private static ConsentPage.@Nullable Offline offline(Offer offer) {
		return offer.items()
			.stream()
			.filter((item) -> item.name().equals(Offer.OFFLINE_ACCESS))
			.map((item) -> new ConsentPage.Offline(isTicked(offer, item), item.granted()))
			.findFirst()
			.orElse(null);
	}

	private Optional<ConsentPage.Former> former(Offer offer) {
		return (offer.why() != Why.CHANGED) ? Optional.empty()
				: this.receipts.lastAllowed(offer.person().getUsername(), offer.client().getId())
					.map((receipt) -> former(offer, receipt));
	}

	private ConsentPage.Former former(Offer offer, KeptReceipt receipt) {
		Map<?, ?> content = receipt.content();
		Object name = (content.get("client") instanceof Map<?, ?> client) ? client.get("client_name") : null;
		String redirectUri = Objects.toString(content.get("redirect_uri"), "");
		String host = redirectUri.isEmpty() ? null : ConsentPage.host(redirectUri);
		boolean sameName = name == null || name.equals(offer.client().getClientName());
		boolean sameHost = host == null || offer.redirectUri() == null
				|| host.equals(ConsentPage.host(offer.redirectUri()));
		return new ConsentPage.Former(this.texts.day(receipt.decidedAt()), sameName ? null : String.valueOf(name),
				sameHost ? null : host);
	}

}
