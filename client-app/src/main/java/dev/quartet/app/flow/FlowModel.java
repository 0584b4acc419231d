package dev.quartet.app.flow;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the layout that there is a flow explorer. */
@ControllerAdvice
@Profile("demo")
class FlowModel {

	@ModelAttribute("flows")
	boolean flows() {
		return true;
	}

}
