package dev.quartet.api;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Fails as a defect would, as a rule in a method does, and as an absent database does.
 */
@Hidden
@RestController
@EnableMethodSecurity
class FailingApi {

	private final DriverManagerDataSource absent = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");

	@GetMapping("/failing")
	String fail() {
		throw new IllegalStateException("table secret_things is broken");
	}

	@PreAuthorize("hasAuthority('SCOPE_nobody:has')")
	@GetMapping("/failing/denied")
	String deny() {
		return "allowed";
	}

	@GetMapping("/failing/query")
	String query() {
		new JdbcTemplate(absent).execute("select 1");
		return "found";
	}

	@GetMapping("/failing/transaction")
	String transact() {
		new TransactionTemplate(new JdbcTransactionManager(absent)).executeWithoutResult((status) -> {
		});
		return "committed";
	}

}
