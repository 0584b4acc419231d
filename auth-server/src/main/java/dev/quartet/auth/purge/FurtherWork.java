package dev.quartet.auth.purge;

/**
 * Is what a feature does besides deleting rows when something has been left alone for
 * long enough.
 */
public interface FurtherWork {

	/** Does one small piece in a transaction; answers whether there may be more. */
	boolean next();

}
