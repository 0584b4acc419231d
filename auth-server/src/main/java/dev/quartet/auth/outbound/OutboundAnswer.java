package dev.quartet.auth.outbound;

import java.nio.charset.StandardCharsets;

/** Is what an address answered: at most 64 KiB of text, whatever it calls it. */
public record OutboundAnswer(int status, String body) {

	static OutboundAnswer of(int status, byte[] body) {
		return new OutboundAnswer(status, new String(body, StandardCharsets.UTF_8));
	}

	public boolean isOk() {
		return this.status == 200;
	}

	@Override
	public String toString() {
		return "OutboundAnswer[" + this.status + "]";
	}

}
