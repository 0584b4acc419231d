package dev.quartet.app.recording;

import java.util.List;
import java.util.Map;

/**
 * Is a message that travels through the browser.
 *
 * @param to who receives it
 * @param method {@code GET} or {@code POST}
 * @param address the address without query
 * @param parameters the decoded parameters in their order
 */
public record FrontMessage(Party to, String method, String address, Map<String, List<String>> parameters) {

	@Override
	public String toString() {
		return "FrontMessage[" + this.method + " " + this.address + "]";
	}

}
