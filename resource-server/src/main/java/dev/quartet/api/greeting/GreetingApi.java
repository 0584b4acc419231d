package dev.quartet.api.greeting;

import java.time.Instant;

import dev.quartet.api.access.Caller;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Greets people and machines alike, and whoever has just signed in with more. */
@RestController
class GreetingApi {

	@GetMapping("/protected")
	Greeting greet(@AuthenticationPrincipal Caller caller) {
		return new Greeting("Hello, " + caller.displayName() + "! This is a protected route.");
	}

	// GreetingRules let nobody in whose token does not tell when she signed in.
	@GetMapping("/protected/fresh")
	FreshGreeting greetFresh(@AuthenticationPrincipal Caller caller) {
		return new FreshGreeting("Hello, " + caller.displayName() + "! You signed in a moment ago.",
				caller.signedInAt().orElseThrow());
	}

	/** Holds the words of a greeting. */
	record Greeting(String message) {
	}

	/** Holds the words of a greeting, and why it was given. */
	record FreshGreeting(String message, Instant signedInAt) {
	}

}
