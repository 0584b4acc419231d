package dev.quartet.auth.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets in who knows a password that is still the person's when it has been compared. */
@Configuration(proxyBeanMethods = false)
class PasswordLogin {

	@Bean
	DaoAuthenticationProvider passwords(UserDetailsService people, PasswordEncoder passwords, LatestPassword latest) {
		DaoAuthenticationProvider provider = new DaoAuthenticationProvider(people);
		provider.setPasswordEncoder(passwords);
		provider.setPostAuthenticationChecks(latest::check);
		return provider;
	}

}
