package dev.quartet.api.greeting;

import dev.quartet.api.access.Caller;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers people and machines alike, whatever their scopes. */
@RestController
class GreetingApi {

	@GetMapping("/protected")
	Greeting greet(@AuthenticationPrincipal Caller caller) {
		return new Greeting("Hello, " + caller.displayName() + "! This is a protected route.");
	}

	/** Holds the words of a greeting. */
	record Greeting(String message) {
	}

}
