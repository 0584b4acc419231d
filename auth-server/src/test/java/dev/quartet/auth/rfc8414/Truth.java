package dev.quartet.auth.rfc8414;

import java.util.Collection;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds out at the running server whether one line of its metadata is true. */
@FunctionalInterface
public interface Truth {

	void holds(Object value) throws Exception;

	/**
	 * Each listed value works, and of all others that the field knows none does.
	 * @param others values that could be listed elsewhere
	 */
	static Truth exactly(Collection<String> others, Predicate<String> works) {
		return (value) -> {
			assertThat(value).isInstanceOf(Collection.class);
			Set<String> listed = new TreeSet<>();
			((Collection<?>) value).forEach((one) -> listed.add(one.toString()));
			Set<String> all = new TreeSet<>(others);
			all.addAll(listed);
			assertThat(all.stream().filter(works)).containsExactlyElementsOf(listed);
		};
	}

	/** A flag says whether it works. */
	static Truth flag(BooleanSupplier works) {
		return (value) -> assertThat(value).isEqualTo(works.getAsBoolean());
	}

}
