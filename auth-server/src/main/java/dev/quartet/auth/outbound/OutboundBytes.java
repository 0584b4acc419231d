package dev.quartet.auth.outbound;

/** Is what an address answered, byte for byte: at most 64 KiB, whatever it calls it. */
public final class OutboundBytes {

	private final int status;

	private final byte[] body;

	OutboundBytes(int status, byte[] body) {
		this.status = status;
		this.body = body;
	}

	public int status() {
		return this.status;
	}

	public byte[] body() {
		return this.body.clone();
	}

	public boolean isOk() {
		return this.status == 200;
	}

	OutboundAnswer text() {
		return OutboundAnswer.of(this.status, this.body);
	}

	@Override
	public String toString() {
		return "OutboundBytes[" + this.status + "]";
	}

}
