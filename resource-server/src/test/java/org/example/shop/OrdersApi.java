package org.example.shop;

import dev.quartet.api.access.Caller;
import dev.quartet.api.access.ScopeRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has a route of every kind. */
@RestController
class OrdersApi {

	@Bean
	ScopeRule ordering() {
		return ScopeRule.writing("/orders", "orders:write", "orders:pay").forPeople();
	}

	@Bean
	ScopeRule refunding() {
		return ScopeRule.writing("/orders/refunds", "orders:refund").andAcr("2", "3");
	}

	@Bean
	ScopeRule exporting() {
		return ScopeRule.reading("/exports").forMachines();
	}

	@Bean
	ScopeRule greeting() {
		return ScopeRule.open("/welcome");
	}

	@GetMapping("/welcome")
	String welcome() {
		return "welcome";
	}

	@GetMapping("/who")
	String who(@AuthenticationPrincipal Caller caller) {
		return caller.kind() + " " + caller.subject() + " of " + caller.issuer();
	}

	@GetMapping("/denied")
	String deny() {
		throw new AccessDeniedException("a rule of a method");
	}

	@GetMapping("/servlet")
	String who(HttpServletRequest request) {
		return request.getRemoteUser() + " " + request.isUserInRole("orders:write") + " " + request.getUserPrincipal();
	}

	@GetMapping("/careless")
	String repeat(HttpServletResponse response) {
		response.setHeader("X-Careless", "a\r\nSet-Cookie: injected");
		return "careless";
	}

	@PostMapping({ "/orders", "/orders/refunds" })
	String order() {
		return "ordered";
	}

	@GetMapping("/exports")
	String export() {
		return "exported";
	}

}
