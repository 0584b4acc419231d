package dev.quartet.auth.uses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.quartet.auth.clients.MetadataField;
import dev.quartet.auth.clients.QuartetClientSettings;
import dev.quartet.auth.resources.ScopeCatalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Decides whether a resource server may report this, all of it or nothing. */
@Component
public class UseReports {

	private final RecentUses uses;

	private final UsedGrants grants;

	private final ScopeCatalogue catalogue;

	UseReports(RecentUses uses, UsedGrants grants, ScopeCatalogue catalogue) {
		this.uses = uses;
		this.grants = grants;
		this.catalogue = catalogue;
	}

	/**
	 * Takes a list of uses: the id of a grant, a scope and a time each. A grant that is
	 * unknown is passed over, which tells the caller nothing.
	 */
	public void take(RegisteredClient caller, @Nullable Object uses) {
		Set<String> apis = Set.copyOf(QuartetClientSettings.further(caller).texts(MetadataField.RESOURCE_SERVER_FOR));
		if (apis.isEmpty()) {
			throw UseReportRefused.forbidden("The client is registered for no API (resource_server_for)");
		}
		List<UseReport> reports = UseReport.all(uses);
		Map<String, String> places = places(reports, apis);
		Set<UUID> known = known(reports);
		reports.forEach((report) -> Use.grantId(report.grantId())
			.filter(known::contains)
			.map((id) -> Use.at(id, Set.of(report.scope()), String.valueOf(places.get(report.scope()))))
			.ifPresent((use) -> this.uses.note(use, report.at())));
	}

	// Before they wait, where there is room for so many only.
	private Set<UUID> known(List<UseReport> reports) {
		return this.grants.known(reports.stream()
			.flatMap((report) -> Use.grantId(report.grantId()).stream())
			.collect(Collectors.toSet()));
	}

	private Map<String, String> places(List<UseReport> reports, Set<String> apis) {
		Map<String, String> places = new HashMap<>();
		for (String scope : reports.stream().map(UseReport::scope).distinct().toList()) {
			places.put(scope,
					this.catalogue.resourcesOf(Set.of(scope))
						.stream()
						.filter(apis::contains)
						.findFirst()
						.orElseThrow(() -> UseReportRefused
							.forbidden("A scope belongs to no API for which the client is registered")));
		}
		return places;
	}

}
