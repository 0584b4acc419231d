package dev.quartet.api.observed;

import dev.quartet.api.access.Refusals;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Measures requests by client too, and by route also those that were refused. */
@Component
class ClientObservations extends DefaultServerRequestObservationConvention {

	private final Labels labels = new Labels();

	private final Routes routes;

	ClientObservations(Routes routes) {
		this.routes = routes;
	}

	// At once, for each further one would be merged and sorted anew.
	@Override
	public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
		HttpServletRequest request = context.getCarrier();
		String client = (request != null) ? labels.countedClient(request) : Labels.NONE;
		return KeyValues.of(KeyValue.of("client", client), exception(context), method(context), outcome(context),
				status(context), uri(context));
	}

	@Override
	protected KeyValue uri(ServerRequestObservationContext context) {
		HttpServletRequest request = context.getCarrier();
		return (request != null && Refusals.reasonOf(request).isPresent()) ? KeyValue.of("uri", routes.of(request))
				: super.uri(context);
	}

}
