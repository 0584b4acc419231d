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
			value(submitted, field).ifPresent((value) -> values.put(field, value));
		}
		values.forEach(this::check);
		return FurtherMetadata.of(values);
	}

	private static Optional<?> value(SubmittedMetadata submitted, MetadataField field) {
		return switch (field.kind()) {
			case NAMES -> Optional.of(LocalizedNames.of(submitted)).filter((names) -> !names.isEmpty());
			case TEXT, ADDRESS -> submitted.text(field.value());
			case TEXTS -> submitted.texts(field.value()).map(ArrayList::new);
			// the exemption is ours alone to give
			case FLAG -> submitted.value(field.value()).filter((value) -> field != MetadataField.REQUIRE_PKCE);
			case NUMBER, OBJECT -> submitted.value(field.value());
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
