# shellcheck shell=bash
# Keycloak from Maven Central, built and started as for production, but over http and with one node's caches.
readonly keycloak_version=26.7.3

keycloak_prepare() {
	local home=$target/keycloak-$keycloak_version stamp archive
	archive=$(artifact org/keycloak keycloak-quarkus-dist "$keycloak_version" tar.gz)
	stamp="$database $JAVA_HOME"
	if [[ $(cat "$home/built" 2>/dev/null) != "$stamp" ]]; then
		say 'building Keycloak'
		rm -rf "$home"
		tar -xzf "$archive" -C "$target"
		"$home/bin/kc.sh" build "--db=$(keycloak_db)" >"$target/keycloak-build.log" 2>&1 ||
			die "Keycloak's build failed: see $target/keycloak-build.log"
		printf '%s' "$stamp" >"$home/built"
	fi
}

keycloak_db() { if [[ $database == postgres ]]; then printf postgres; else printf dev-file; fi; }

keycloak_start() {
	local home=$target/keycloak-$keycloak_version store=()
	rm -rf "$home/data"
	mkdir -p "$home/data/import"
	sed "s|@secret@|$secret|; s|@password@|$password|; s|@callback@|$callback|" "$bench/servers/keycloak-realm.json" \
		>"$home/data/import/bench-realm.json"
	if [[ $database == postgres ]]; then
		postgres_database keycloak
		store=("--db-url=$(postgres_url keycloak)" --db-username=quartet)
	fi
	JAVA_OPTS_KC_HEAP=${java_heap[*]} spawn "$1" "$home/bin/kc.sh" start --optimized --import-realm --cache=local --http-enabled=true \
		--http-host=127.0.0.1 "--http-port=${ports[$1]}" "--hostname=http://localhost:${ports[$1]}" "${store[@]}"
}

keycloak_contact() {
	local protocol=/realms/bench/protocol/openid-connect
	BENCH_ISSUER+=/realms/bench
	BENCH_TOKEN=$protocol/token BENCH_INTROSPECT=$protocol/token/introspect BENCH_JWKS=$protocol/certs
	BENCH_AUTHORIZE="$protocol/auth?$2&scope=openid%20profile"
}

keycloak_machine() {
	BENCH_MACHINE=$(basic "bench-machine$([[ $2 == RS256 ]] && printf %s -rs256)")
	BENCH_MACHINE_PARAMETERS=''
}

keycloak_version() { printf 'Keycloak %s' "$keycloak_version"; }
