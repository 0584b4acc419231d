package dev.quartet.app.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Knows the providers of which only id and secret are missing: presets.yml. */
final class Presets {

	private final ConfigurationPropertySource source;

	private final Binder binder;

	Presets() {
		this.source = load();
		this.binder = new Binder(this.source);
	}

	boolean knows(String name) {
		return this.source.containsDescendantOf(at(name)) == ConfigurationPropertyState.PRESENT;
	}

	/**
	 * What an entry leaves open. Addresses come all from one hand: mixed ones would send
	 * what is meant for one server to another. An entry of another kind gets nothing.
	 */
	ConfigurationPropertySource completing(String name, ProviderEntry own) {
		ProviderEntry preset = this.binder.bindOrCreate(at(name).toString(), Bindable.of(ProviderEntry.class));
		if (!isSameKind(own, preset)) {
			return this.source.filter((key) -> false);
		}
		return own.hasAddress() ? this.source.filter(Presets::isNoAddress) : this.source;
	}

	private static boolean isSameKind(ProviderEntry own, ProviderEntry preset) {
		if (own.kind() != null) {
			return own.kind().equalsIgnoreCase(preset.kind());
		}
		Kind kind = Kind.of(own);
		return kind == null || kind.key().equals(preset.kind());
	}

	private static boolean isNoAddress(ConfigurationPropertyName key) {
		return !ProviderEntry.ADDRESSES.contains(key.getLastElement(ConfigurationPropertyName.Form.DASHED));
	}

	private static ConfigurationPropertyName at(String name) {
		return RegistryReader.ROOT.append(name);
	}

	private static ConfigurationPropertySource load() {
		try {
			return Objects.requireNonNull(ConfigurationPropertySource.from(
					new YamlPropertySourceLoader().load("presets", new ClassPathResource("presets.yml", Presets.class))
						.get(0)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
