package dev.quartet.api.observed;

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

	@Override
	public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
		HttpServletRequest request = context.getCarrier();
		String client = (request != null) ? labels.countedClient(request) : Labels.NONE;
		return super.getLowCardinalityKeyValues(context).and("client", client);
	}

	@Override
	protected KeyValue uri(ServerRequestObservationContext context) {
		HttpServletRequest request = context.getCarrier();
		return (request != null) ? KeyValue.of("uri", routes.of(request)) : super.uri(context);
	}

}
