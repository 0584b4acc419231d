package dev.quartet.auth.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.quartet.auth.clients.FurtherMetadata;
import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.MetadataRules;
import dev.quartet.auth.outbound.Outbound;
import dev.quartet.auth.outbound.OutboundFailed;
import org.springframework.stereotype.Component;

/** Reads what a client says of itself beyond what each one has. */
@Component
class FurtherFields {

	private final Outbound outbound;

	FurtherFields(Outbound outbound) {
		this.outbound = outbound;
	}

	FurtherMetadata read(SubmittedMetadata submitted) {
		Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
		for (MetadataField field : MetadataField.values()) {
			value(submitted, field).filter((value) -> isOffered(field, value))
				.ifPresent((value) -> values.put(field, value));
		}
		values.forEach(this::check);
		return FurtherMetadata.of(values);
	}

	// Whose API a client is, and who goes without PKCE, is the operator's to say.
	private static boolean isOffered(MetadataField field, Object value) {
		boolean ours = field == MetadataField.RESOURCE_SERVER_FOR || field == MetadataField.REQUIRE_PKCE;
		if (MetadataRules.OFFERED.contains(field) && !ours) {
			return true;
		}
		if (field == MetadataField.REQUIRE_PKCE || value.equals(false) || value.equals("public")) {
			return false;
		}
		throw RegistrationRefused.metadata(field.value(), "this server does not offer that");
	}

	private static Optional<?> value(SubmittedMetadata submitted, MetadataField field) {
		return switch (field.kind()) {
			case NAMES -> Optional.of(LocalizedNames.of(submitted)).filter((names) -> !names.isEmpty());
			case TEXT, ADDRESS -> submitted.text(field.value());
			case TEXTS -> submitted.texts(field.value()).map(ArrayList::new);
			case FLAG, NUMBER, OBJECT -> submitted.value(field.value());
		};
	}

	private void check(MetadataField field, Object value) {
		MetadataRules.problem(field, value).ifPresent((problem) -> {
			throw RegistrationRefused.metadata(field.value(), problem);
		});
		if (field.kind() == MetadataField.Kind.ADDRESS) {
			checkAddress(field.value(), URI.create(value.toString()));
		}
	}

	// Nothing is asked for here, but what would never be asked later is refused now.
	private void checkAddress(String field, URI address) {
		try {
			this.outbound.problem(address).ifPresent((problem) -> {
				throw RegistrationRefused.metadata(field, problem);
			});
		}
		catch (OutboundFailed ex) {
			throw RegistrationRefused.metadata(field, "the name of its host cannot be looked up");
		}
	}

}
