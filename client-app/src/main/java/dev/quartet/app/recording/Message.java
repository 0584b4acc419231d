package dev.quartet.app.recording;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Is a message of a flow as it may be kept: without secrets.
 *
 * @param front whether it travelled through the browser
 * @param to who received it
 * @param at when it was sent
 * @param method of HTTP
 * @param address without query
 * @param query the parameters of the address
 * @param headers those that matter here
 * @param body its content
 * @param answer null for a message through the browser, and where no answer came
 * @param failure why no answer came
 * @param micros how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(boolean front, Party to, Instant at, String method, String address, List<Part> query,
		List<Part> headers, @Nullable Body body, @Nullable Answer answer, @Nullable String failure, long micros) {
}
