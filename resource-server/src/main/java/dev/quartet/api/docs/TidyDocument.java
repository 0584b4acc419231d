package dev.quartet.api.docs;

import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the document in an order that people and programs can rely on. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TidyDocument implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		Paths paths = new Paths();
		new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
		document.setPaths(paths);
		paths.values().stream().map(PathItem::readOperations).flatMap(Collection::stream).forEach(TidyDocument::tidy);
	}

	private static void tidy(Operation operation) {
		ApiResponses sorted = new ApiResponses();
		new TreeMap<>(operation.getResponses()).forEach(sorted::addApiResponse);
		operation.setResponses(sorted);
		sorted.values().forEach(TidyDocument::tidy);
	}

	// A reference may have nothing beside it that changes its meaning.
	private static void tidy(ApiResponse response) {
		Stream.ofNullable(response.getHeaders())
			.flatMap((headers) -> headers.values().stream())
			.filter((header) -> header.get$ref() != null)
			.forEach((header) -> header.setStyle(null));
	}

}
