package dev.quartet.auth.commands;

import java.util.List;

import org.springframework.context.ApplicationContext;

/**
 * Is what an operator can do to one kind of stored thing while servers go on running:
 * <code>java -jar auth-server.jar clients list</code>.
 */
public interface Command {

	/** The command did what it was asked to. */
	int DONE = 0;

	/** The command was understood, but what it asks for cannot be. */
	int REFUSED = 1;

	/** The command was not understood. */
	int MISUSED = 2;

	/** The first word on the command line. */
	String name();

	/** What follows the first word, a line for each possibility. */
	String usage();

	/** Whether the words after the first one make sense. */
	boolean understands(List<String> words);

	/** The configuration of what the command needs: less than a server. */
	Class<?> tools();

	/** Does what the words after the first one say, and gives the exit code. */
	int run(List<String> words, ApplicationContext tools);

}
