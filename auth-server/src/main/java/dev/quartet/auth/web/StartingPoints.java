package dev.quartet.auth.web;

import java.util.List;

/** Knows where a person can go on from the server's own page. */
@FunctionalInterface
public interface StartingPoints {

	List<StartingPoint> all();

	/** Is one application and the address that opens it. */
	record StartingPoint(String name, String address) {
	}

}
