package dev.quartet.app.experiments;

import java.util.List;
import java.util.Objects;

import dev.quartet.app.oauth2.AnswerRefused;
import dev.quartet.app.oauth2.ReceivedTokens;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Uses refresh tokens as somebody would who has stolen one. */
@Component
@Profile("demo")
@Order(5)
class RefreshFaults implements Family {

	private final Exchange exchange;

	RefreshFaults(Exchange exchange) {
		this.exchange = exchange;
	}

	@Override
	public List<Fault> faults() {
		return List.of(new Fault("refresh-twice", "refresh-twice", "invalid_grant", List.of(Rule.rfc(9700, "4.14.2")),
				CodeFaults::givesCodes, this::twice));
	}

	private Verdict twice(Attempt attempt) {
		String stolen = required(this.exchange.redeem(attempt).refreshToken());
		String successor = this.exchange.refresh(attempt, stolen).refreshToken();
		if (successor == null || successor.equals(stolen)) {
			return this.exchange.judge(attempt, () -> this.exchange.refresh(attempt, stolen)).noting("no-rotation");
		}
		Repeat repeat = new Repeat();
		Verdict soon = this.exchange.judge(attempt, () -> repeat.brought(this.exchange.refresh(attempt, stolen)));
		if (soon.end() == Verdict.End.REFUSED) {
			return afterwards(attempt, soon, successor);
		}
		String note = Objects.equals(repeat.token, successor) ? "repeat-same" : "repeat-other";
		String newest = required(this.exchange.refresh(attempt, successor).refreshToken());
		Verdict late = this.exchange.judge(attempt, () -> this.exchange.refresh(attempt, stolen));
		return afterwards(attempt, late.noting(note), newest);
	}

	/** Nobody knows who the thief is, so the newest one must die too. */
	private Verdict afterwards(Attempt attempt, Verdict verdict, String newest) {
		if (verdict.end() != Verdict.End.REFUSED) {
			return verdict;
		}
		return verdict
			.noting("family-" + this.exchange.judge(attempt, () -> this.exchange.refresh(attempt, newest)).end());
	}

	private static String required(@Nullable String refreshToken) {
		if (refreshToken == null) {
			throw new AnswerRefused("refresh_token_missing", "no refresh token came");
		}
		return refreshToken;
	}

	/** Remembers what the repeated refresh brought. */
	private static final class Repeat {

		private @Nullable String token;

		ReceivedTokens brought(ReceivedTokens tokens) {
			this.token = tokens.refreshToken();
			return tokens;
		}

	}

}
