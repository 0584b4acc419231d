package dev.quartet.api.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Cuts off whoever is refused too often; a service without such a bean cuts off nobody.
 */
@FunctionalInterface
public interface RefusalLimit {

	/**
	 * Counts a refusal; answers the request itself, and true, when there were too many.
	 */
	boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException;

}
