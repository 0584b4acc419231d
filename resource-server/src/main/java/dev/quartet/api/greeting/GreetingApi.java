package dev.quartet.api.greeting;

import java.time.Instant;

import dev.quartet.api.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Greets people and machines alike, and whoever has just signed in with more. */
@Tag(name = "greeting")
@RestController
class GreetingApi {

	@Operation(operationId = "greet", summary = "Be greeted",
			description = "Greets people by name and machines by their identifier.")
	@ApiResponse(responseCode = "200", description = "A greeting", useReturnTypeSchema = true)
	@GetMapping("/protected")
	Greeting greet(@AuthenticationPrincipal Caller caller) {
		return new Greeting("Hello, " + caller.displayName() + "! This is a protected route.");
	}

	@Operation(operationId = "greetFresh", summary = "Be greeted after a fresh sign-in",
			description = "Greets a person who has just proved who she is.")
	@ApiResponse(responseCode = "200", description = "A greeting, and when she signed in", useReturnTypeSchema = true)
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
