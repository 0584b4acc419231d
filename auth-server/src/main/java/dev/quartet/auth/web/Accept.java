package dev.quartet.auth.web;

import java.util.List;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Decides whether a caller wants to read a page. */
final class Accept {

	private Accept() {
	}

	/** Browsers name HTML; programs name JSON, take anything or say nothing. */
	static boolean html(HttpServletRequest request) {
		List<MediaType> types = types(request.getHeader(HttpHeaders.ACCEPT));
		double html = quality(types, (type) -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
		double json = quality(types, (type) -> type.getSubtype().endsWith("json"));
		return html > 0 && html >= json;
	}

	private static double quality(List<MediaType> types, Predicate<MediaType> wanted) {
		return types.stream().filter(wanted).mapToDouble(MediaType::getQualityValue).max().orElse(0);
	}

	private static List<MediaType> types(String header) {
		try {
			return MediaType.parseMediaTypes(header);
		}
		catch (InvalidMediaTypeException ex) {
			return List.of();
		}
	}

}
