package dev.quartet.auth.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Notes what requests ask of the database and of the slow hash of people's passwords;
 * what the server does on its own is left out.
 */
public final class Costs implements BeanPostProcessor {

	private static final Set<String> STATEMENTS = Set.of("prepareStatement", "prepareCall", "createStatement");

	private final List<String> statements = new CopyOnWriteArrayList<>();

	private final List<String> slowHashes = new CopyOnWriteArrayList<>();

	/** The statements that the requests of this work send. */
	public List<String> statementsOf(Runnable work) {
		return noted(this.statements, work);
	}

	/** The slow hashes that the requests of this work compute. */
	public List<String> slowHashesOf(Runnable work) {
		return noted(this.slowHashes, work);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof DataSource database) {
			return new NotedDatabase(database);
		}
		return (bean instanceof PasswordEncoder passwords) ? new NotedPasswords(passwords) : bean;
	}

	private static List<String> noted(List<String> notes, Runnable work) {
		notes.clear();
		work.run();
		return new ArrayList<>(notes);
	}

	private static void note(List<String> notes, String what) {
		String thread = Thread.currentThread().getName();
		// platform threads of the server on JDK 17, virtual ones from 21 on
		if (thread.startsWith("http-") || thread.startsWith("tomcat-handler")) {
			notes.add(what);
		}
	}

	/** Hands out connections that note each statement. */
	private final class NotedDatabase extends DelegatingDataSource {

		private NotedDatabase(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (STATEMENTS.contains(method.getName())) {
							note(Costs.this.statements, (arguments != null) ? arguments[0].toString() : "");
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

	/** Notes each time that a password is hashed. */
	private final class NotedPasswords implements PasswordEncoder {

		private final PasswordEncoder passwords;

		private NotedPasswords(PasswordEncoder passwords) {
			this.passwords = passwords;
		}

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			return noted(() -> this.passwords.encode(password));
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
			return noted(() -> this.passwords.matches(password, hash));
		}

		@Override
		public boolean upgradeEncoding(@Nullable String hash) {
			return this.passwords.upgradeEncoding(hash);
		}

		private <T> T noted(Supplier<T> work) {
			note(Costs.this.slowHashes, "a slow hash");
			return work.get();
		}

	}

}
