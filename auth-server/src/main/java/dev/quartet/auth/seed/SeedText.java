package dev.quartet.auth.seed;

/**
 * Is a value of a seed file together with its place; it may be a secret, so it shows only
 * the place.
 */
record SeedText(String value, Place place) {

	@Override
	public String toString() {
		return "SeedText[" + this.place + "]";
	}

}
