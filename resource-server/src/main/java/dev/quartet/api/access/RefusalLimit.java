package dev.quartet.api.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Cuts off whoever is refused, or asks for public pages, too often; a service without
 * such a bean cuts off nobody.
 */
@FunctionalInterface
public interface RefusalLimit {

	/**
	 * Counts a request that no handler will see; answers it, and true, when there were
	 * too many. Headers that are set already stay.
	 */
	boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException;

}
