# shellcheck shell=bash
# A PostgreSQL of the bench's own, from the binaries that the tests also use: needs no Docker and no installation.
readonly postgres_version=18.6.0
postgres_pid=''

postgres_prepare() {
	local home=$target/postgres-$postgres_version architecture archive
	[[ -x $home/bin/postgres ]] && return
	need xz xz-utils
	architecture=$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64v8/')
	archive=$(artifact io/zonky/test/postgres "embedded-postgres-binaries-linux-$architecture" "$postgres_version" jar)
	mkdir -p "$home"
	unzip -p "$archive" '*.txz' | tar -xJ -C "$home"
}

# PostgreSQL refuses root, which nobody is in a user namespace of his own.
postgres_as_nobody() {
	if ((EUID == 0)); then
		exec unshare -U "$@"
	fi
	exec "$@"
}

postgres_start() {
	local home=$target/postgres-$postgres_version data=$run/postgres begin=$SECONDS
	postgres_port=$1
	rm -rf "$data"
	mkdir -p "$run"
	(postgres_as_nobody "$home/bin/initdb" -D "$data" -U quartet --auth=trust --encoding=UTF8 --locale=C) >"$run/initdb.log" 2>&1 ||
		die "initdb failed: see $run/initdb.log"
	(postgres_as_nobody "$home/bin/postgres" -D "$data" -p "$postgres_port" -c listen_addresses=127.0.0.1 \
		-c unix_socket_directories= -c max_connections=300 -c shared_buffers=512MB) </dev/null >"$run/postgres.log" 2>&1 &
	postgres_pid=$!
	disown
	until (exec 3<>"/dev/tcp/127.0.0.1/$postgres_port") 2>/dev/null; do
		{ kill -0 "$postgres_pid" 2>/dev/null && ((SECONDS - begin < 60)); } || die "PostgreSQL does not start: see $run/postgres.log"
		sleep 0.1
	done
}

postgres_url() { printf 'jdbc:postgresql://127.0.0.1:%s/%s' "$postgres_port" "$1"; }

postgres_database() { sql "$(postgres_url postgres)" "create database $1"; }

# sql URL STATEMENT…: on either database, through the drivers that auth-server brings.
sql() {
	local url=$1 drivers=()
	shift
	drivers=("$target"/auth-server/lib/{h2,postgresql}-[0-9]*.jar)
	"$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$(IFS=:; printf '%s' "${drivers[*]}")" org.h2.tools.Shell \
		-url "$url" -user quartet -password '' -sql "$*"
}

postgres_stop() {
	[[ $postgres_pid ]] || return 0
	# The fast shutdown: it ends the sessions that are still open.
	kill -INT "$postgres_pid" 2>/dev/null || true
	while kill -0 "$postgres_pid" 2>/dev/null; do
		sleep 0.1
	done
	postgres_pid=''
}
