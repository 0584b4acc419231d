package dev.quartet.auth.resources;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.EnumeratedValue;

/** Says how much harm can be done with a permission. */
public enum Risk {

	/** Little: what others can learn of a person anyway. */
	LOW("low"),

	/** Some: what is hers to tell. */
	MEDIUM("medium"),

	/** Much: what she could lose. */
	HIGH("high");

	@EnumeratedValue
	private final String value;

	Risk(String value) {
		this.value = value;
	}

	public String value() {
		return this.value;
	}

	public static Optional<Risk> of(String value) {
		return Stream.of(values()).filter((risk) -> risk.value.equals(value)).findFirst();
	}

}
