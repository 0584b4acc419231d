package dev.quartet.app.legal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what anybody may read before signing in. */
@Controller
class LegalController {

	@GetMapping("/privacy")
	String privacy() {
		return "legal/privacy";
	}

	@GetMapping("/terms")
	String terms() {
		return "legal/terms";
	}

}
