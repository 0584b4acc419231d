package dev.quartet.app.experiments;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.quartet.app.registry.Provider;

/**
 * Is one thing that can be done wrong.
 *
 * @param name its name in addresses; one for each provider
 * @param texts the key of its texts
 * @param word the error that the rule asks for; empty if it names none
 * @param rules who must refuse it, and why
 * @param fits with which providers it makes sense
 * @param trial does it
 */
record Fault(String name, String texts, String word, List<Rule> rules, Predicate<Provider> fits,
		Function<Attempt, Verdict> trial) {

	boolean isNamed(String asked, Provider provider) {
		return this.name.equals(asked) && this.fits.test(provider);
	}

	/** Who refuses for another reason than the rule's may not have seen the fault. */
	Verdict with(Attempt attempt) {
		Verdict verdict = this.trial.apply(attempt);
		boolean other = !this.word.isEmpty() && verdict.end() == Verdict.End.REFUSED
				&& !this.word.equals(verdict.error());
		return other ? verdict.noting("other-word") : verdict;
	}

}
