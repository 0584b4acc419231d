package dev.quartet.app.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the registry: what variables say wins over application.yml, and a preset
 * completes both.
 */
final class RegistryReader {

	static final String QUARTET = "quartet";

	static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("quartet.providers");

	private static final Logger log = LoggerFactory.getLogger(RegistryReader.class);

	/** The longest is as long as the column that keeps it. */
	private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

	private final List<EntryProblem> problems = new ArrayList<>();

	private final List<ConfigurationPropertySource> files = new ArrayList<>();

	private final Presets presets = new Presets();

	private final EnvironmentVariables variables;

	private final PropertySourcesPlaceholdersResolver placeholders;

	RegistryReader(ConfigurableEnvironment environment) {
		this.variables = new EnvironmentVariables(environment);
		this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
		ConfigurationPropertySources.from(environment.getPropertySources()).forEach(this.files::add);
	}

	/**
	 * All providers in the order in which people see them.
	 * @throws ProvidersRefused when any entry is wrong
	 */
	Providers read() {
		Map<String, ProviderEntry> entries = entries();
		new Spelling(this.variables, this.files, this.problems).check(entries);
		EntryReading reading = new EntryReading(this.problems);
		List<Provider> found = new ArrayList<>();
		entries.forEach((name, entry) -> reading.read(name, entry).ifPresent(found::add));
		tellApart(entries, found);
		if (!this.problems.isEmpty()) {
			throw new ProvidersRefused(this.problems);
		}
		log.info("Providers to sign in with: {}", found.stream().map(Provider::name).toList());
		return new Providers(found);
	}

	private Map<String, ProviderEntry> entries() {
		Set<String> written = written();
		Set<String> names = new LinkedHashSet<>();
		if (written.contains(QUARTET)) {
			names.add(QUARTET);
		}
		names.addAll(written);
		names.addAll(this.variables.entries());
		Map<String, ProviderEntry> entries = new LinkedHashMap<>();
		for (String name : names) {
			if (!NAME.matcher(name).matches()) {
				this.problems.add(new EntryProblem(name, "name",
						"must be lower-case letters, digits and hyphens, " + "60 at most"));
				continue;
			}
			ProviderEntry own = bind(name);
			if (isMeant(name, own, written.contains(name))) {
				entries.put(name, this.presets.knows(name) ? bind(name, this.presets.completing(name, own)) : own);
			}
		}
		return entries;
	}

	/** The names in application.yml, in its order. */
	private Set<String> written() {
		Set<String> names = new LinkedHashSet<>();
		for (ConfigurationPropertySource source : this.files) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(ROOT::isAncestorOf)
					.map((key) -> key.getElement(ROOT.getNumberOfElements(), ConfigurationPropertyName.Form.ORIGINAL))
					.forEach(names::add);
			}
		}
		return names;
	}

	private ProviderEntry bind(String name, ConfigurationPropertySource... completing) {
		Map<String, String> said = new LinkedHashMap<>();
		this.variables.of(name).forEach((key, value) -> said.put(ROOT.append(name) + "." + key, value));
		List<ConfigurationPropertySource> sources = new ArrayList<>(this.files);
		sources.add(0, new MapConfigurationPropertySource(said));
		sources.addAll(List.of(completing));
		try {
			return new Binder(sources, this.placeholders).bindOrCreate(ROOT.append(name).toString(),
					Bindable.of(ProviderEntry.class));
		}
		catch (BindException ex) {
			String field = ex.getName().subName(ROOT.getNumberOfElements() + 1).toString();
			this.problems.add(new EntryProblem(name, field, "has the wrong form"));
			return new Binder().bindOrCreate(name, Bindable.of(ProviderEntry.class));
		}
	}

	/** Only an entry that somebody wanted to set up can be wrong. */
	private boolean isMeant(String name, ProviderEntry own, boolean isWritten) {
		if (QUARTET.equals(name)) {
			return own.clientSecret() != null;
		}
		if (this.presets.knows(name)) {
			return own.hasCredentials();
		}
		if (!isWritten && !own.hasAddress()) {
			String prefix = EntryProblem.prefix(name);
			log.info(
					"{}_CLIENT_ID is ignored: {}_SERVER_METADATA_URL is missing (or another address: docs/providers.md)",
					prefix, prefix);
			return false;
		}
		return true;
	}

	/** Two providers of one origin might know different people by the same subject. */
	private void tellApart(Map<String, ProviderEntry> entries, List<Provider> found) {
		for (Provider provider : found) {
			ProviderEntry entry = entries.get(provider.name());
			boolean isGuessed = !(provider instanceof OidcProvider) && entry != null && entry.issuer() == null;
			if (isGuessed && found.stream().filter((other) -> isSameIssuer(other, provider)).count() > 1) {
				this.problems.add(new EntryProblem(provider.name(), "issuer",
						"is missing: another entry is at the same address, and their people must be told apart"));
			}
		}
	}

	private static boolean isSameIssuer(Provider one, Provider other) {
		return !one.issuer().isEmpty() && one.issuer().equals(other.issuer());
	}

}
