package dev.quartet.api.observed;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes a line for each request once all of its answer is known, also for those that the
 * server refused before any filter saw them.
 */
final class AccessLog extends ValveBase implements org.apache.catalina.AccessLog {

	private static final Logger log = LoggerFactory.getLogger("access");

	private final Routes routes;

	private final boolean structured;

	AccessLog(Routes routes, boolean structured) {
		super(true);
		this.routes = routes;
		this.structured = structured;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
	}

	@Override
	public void log(Request request, Response response, long nanos) {
		// What the server could not read has no path.
		String route = (request.getRequestURI() != null) ? routes.of(request) : Labels.NONE;
		AccessLine line = AccessLine.of(request, route, new AccessLine.Outcome(response.getStatus(),
				TimeUnit.NANOSECONDS.toMicros(nanos), response.getBytesWritten(false)));
		if (structured) {
			LoggingEventBuilder event = log.atInfo();
			for (Map.Entry<String, Object> value : line.values().entrySet()) {
				event = event.addKeyValue(value.getKey(), value.getValue());
			}
			event.log("request");
		}
		else {
			log.info(line.text());
		}
	}

	@Override
	public void setRequestAttributesEnabled(boolean enabled) {
		// The line has nothing that a proxy could tell.
	}

	@Override
	public boolean getRequestAttributesEnabled() {
		return false;
	}

}
