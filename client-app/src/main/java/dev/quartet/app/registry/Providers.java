package dev.quartet.app.registry;

import java.util.List;
import java.util.Optional;

/** Holds the providers in the order in which people see them. */
public final class Providers {

	private final List<Provider> all;

	public Providers(List<? extends Provider> all) {
		this.all = List.copyOf(all);
	}

	public List<Provider> all() {
		return this.all;
	}

	public Optional<Provider> find(String name) {
		return this.all.stream().filter((provider) -> provider.name().equals(name)).findFirst();
	}

}
