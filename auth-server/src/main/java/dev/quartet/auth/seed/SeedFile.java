package dev.quartet.auth.seed;

/** Is the content of one seed file under the name by which messages call it. */
record SeedFile(String name, String text) {

	@Override
	public String toString() {
		return this.name;
	}

}
