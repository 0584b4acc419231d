package dev.quartet.auth.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Tells Spring in which language a page speaks. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class PageLocale implements LocaleResolver {

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return Languages.ofPage(request);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("A person chooses her language with a link");
	}

}
