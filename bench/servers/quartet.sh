# shellcheck shell=bash
# Quartet's auth-server from this repository: no profile, so nothing is loosened; the heap that Keycloak also gets.
readonly java_heap=(-Xms64m -Xmx512m)

quartet_prepare() {
	local jar=$root/auth-server/target/auth-server.jar built=$root/auth-server/target/auth-server.jar.original
	if [[ ! -f $built || $(find "$root/pom.xml" "$root/auth-server/pom.xml" "$root/auth-server/src/main" -newer "$built" | head -n 1) ]]; then
		say 'building auth-server'
		(cd -- "$root" && ./mvnw -q -B -ntp -pl auth-server -am -Dmaven.test.skip=true -Dspring-javaformat.skip=true \
			-Dcheckstyle.skip=true package) >&2 || die 'the build failed'
		touch "$built"
	fi
	rm -rf "$target/auth-server"
	"$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$target/auth-server" >&2
}

# Further options for its JVM come from BENCH_JAVA_OPTIONS; quartet_url SERVER tells its database.
quartet_start() {
	mkdir -p "$run/$1/data"
	if [[ $database == postgres ]]; then
		postgres_database "${1//-/_}"
	fi
	quartet_restart "$1"
}

# On the data that is there.
quartet_restart() {
	local options=()
	read -r -a options <<<"${BENCH_JAVA_OPTIONS:-}"
	QUARTET_ISSUER=http://localhost:${ports[$1]} QUARTET_AUTH_PORT=${ports[$1]} QUARTET_BIND=127.0.0.1 \
		QUARTET_DATA=$run/$1/data QUARTET_KEY_SECRET=$secret QUARTET_SEED=$bench/servers/quartet.yml \
		QUARTET_AUTH_DB_URL=$(quartet_url "$1") QUARTET_AUTH_DB_USER=quartet QUARTET_AUTH_DB_PASSWORD='' \
		spawn "$1" "$JAVA_HOME/bin/java" "${java_heap[@]}" "${options[@]}" -jar "$target/auth-server/auth-server.jar" \
		"${quartet_arguments[@]}"
}

quartet_arguments=()
# With AUTO_SERVER=TRUE a second process may open the database too.
quartet_h2_options=''

quartet_url() {
	if [[ $database == postgres ]]; then
		postgres_url "${1//-/_}"
	else
		printf 'jdbc:h2:file:%s/data/auth;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0%s' \
			"$run/$1" "$quartet_h2_options"
	fi
}

quartet_contact() {
	BENCH_TOKEN=/oauth2/token BENCH_INTROSPECT=/oauth2/introspect BENCH_JWKS=/oauth2/jwks
	BENCH_AUTHORIZE="/oauth2/authorize?$2&scope=openid%20profile%20bench:read"
}

# quartet_machine SERVER ALG: how a machine asks for a token with this signature.
quartet_machine() {
	BENCH_MACHINE=$(basic "bench-machine$([[ $2 == RS256 ]] && printf %s -rs256)")
	BENCH_MACHINE_PARAMETERS='&scope=bench:read'
}

quartet_version() { printf 'Quartet %s' "$(git -C "$root" describe --always --dirty 2>/dev/null || printf '(no git)')"; }
