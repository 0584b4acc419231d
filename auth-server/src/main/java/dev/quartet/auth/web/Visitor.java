package dev.quartet.auth.web;

/** Is whoever is signed in, as pages name her. */
public interface Visitor {

	/** What she types at the login. */
	String loginName();

}
