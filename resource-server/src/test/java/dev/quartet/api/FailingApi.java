package dev.quartet.api;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fails as a defect would. */
@Hidden
@RestController
class FailingApi {

	@GetMapping("/failing")
	String fail() {
		throw new IllegalStateException("table secret_things is broken");
	}

}
