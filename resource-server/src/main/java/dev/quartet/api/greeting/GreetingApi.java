package dev.quartet.api.greeting;

import dev.quartet.api.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers people and machines alike, whatever their scopes. */
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

	/** Holds the words of a greeting. */
	record Greeting(String message) {
	}

}
