package dev.quartet.app.experiments;

import java.util.List;

/** Knows faults of one kind, and how each is tried. */
interface Family {

	List<Fault> faults();

}
