package dev.quartet.auth.login;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Says whose names and passwords the login page shows; only the demo shows any. */
@ConfigurationProperties("quartet.login")
record LoginSettings(@DefaultValue List<String> demoPeople) {

}
