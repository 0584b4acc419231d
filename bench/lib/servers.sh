# shellcheck shell=bash
# Starts, pauses and stops the servers under load. Each has functions of its own in bench/servers. Sourced.
# Global, because main sources this file.
declare -gA pids=() ports=() started=() idle=()
readonly secret=bench-secret-0123456789-0123456789-0123456789
readonly password='alice in bench land'
readonly callback=http://localhost:9/callback
readonly run=$target/run
# A pair for PKCE: the load needs no secrecy, and so no new one for each request.
readonly verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
readonly challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM
export BENCH_SECRET=$secret BENCH_PASSWORD=$password BENCH_CALLBACK=$callback
export NODE_OPTIONS=--dns-result-order=ipv4first

# shellcheck source=../servers/quartet.sh
source "$bench/servers/quartet.sh"
# shellcheck source=../servers/keycloak.sh
source "$bench/servers/keycloak.sh"
# shellcheck source=../servers/oidc-provider.sh
source "$bench/servers/oidc-provider.sh"
# shellcheck source=../servers/postgres.sh
source "$bench/servers/postgres.sh"

# The functions of a server: quartet-full is a Quartet, oidc-provider-opaque an oidc-provider.
kind() {
	case $1 in
		quartet*) printf quartet ;;
		oidc-provider*) printf oidc_provider ;;
		keycloak) printf keycloak ;;
		*) die "unknown server $1: there are quartet, keycloak, oidc-provider, oidc-provider-opaque" ;;
	esac
}

# spawn SERVER COMMAND…: in the background, in its own folder's log.
spawn() {
	local server=$1
	shift
	"$@" </dev/null >"$run/$server/log" 2>&1 &
	pids[$server]=$!
	disown
}

# start SERVER PORT: fresh data, waits until its keys can be read, and notes how long that took and what it takes idle.
start() {
	local server=$1 begin
	ports[$server]=$2
	if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
		die "port $2 is in use: choose others with --port"
	fi
	rm -rf "${run:?}/$server"
	mkdir -p "$run/$server"
	begin=$(now)
	"$(kind "$server")_start" "$server"
	contact "$server"
	until curl -qfs -o /dev/null --noproxy '*' "http://127.0.0.1:$2$BENCH_JWKS" -H "Host: $BENCH_HOST"; do
		alive "$server" || die "$server has stopped: $(tail -n 20 "$run/$server/log")"
		(($(now) - begin < 180000)) || die "$server is not ready after 180 s: see $run/$server/log"
		sleep 0.05
	done
	started[$server]=$(($(now) - begin))
	pids[$server]=$(child_or_self "${pids[$server]}")
	sleep 5
	idle[$server]=$(memory "$server" VmRSS)
	say "$server is ready after ${started[$server]} ms, $((idle[$server] / 1024)) MB"
}

# A start script that waits for its JVM (Keycloak's does) is not the process to measure.
child_or_self() {
	local children
	read -r -a children <"/proc/$1/task/$1/children" || true
	printf '%s' "${children[0]:-$1}"
}

# contact SERVER: tells the load where and how to reach it.
contact() {
	export BENCH_WORK=$run/$1 BENCH_HOST=localhost:${ports[$1]} BENCH_ISSUER=http://localhost:${ports[$1]}
	local pkce=code_challenge=$challenge\&code_challenge_method=S256
	local where
	where=redirect_uri=$(encoded "$callback")
	BENCH_APP=$(basic bench-app)
	BENCH_REDEEM_PARAMETERS="grant_type=authorization_code&$where&code_verifier=$verifier"
	export BENCH_APP BENCH_REDEEM_PARAMETERS
	"$(kind "$1")_contact" "$1" "response_type=code&client_id=bench-app&state=bench&$where&$pkce"
	export BENCH_TOKEN BENCH_AUTHORIZE BENCH_INTROSPECT BENCH_JWKS BENCH_ISSUER
}

basic() { printf %s "$1:$secret" | base64 -w 0; }

encoded() { node -p 'encodeURIComponent(process.argv[1])' "$1"; }

now() { date +%s%3N; }

alive() { kill -0 "${pids[$1]}" 2>/dev/null; }

# A paused server costs no processor time, so the others do not disturb the one that is measured.
pause() { kill -STOP "${pids[$1]}"; }

resume() { kill -CONT "${pids[$1]}"; }

memory() { awk -v name="$2:" '$1 == name { print $2 }' "/proc/${pids[$1]}/status"; }

# Milliseconds of processor time that it has used so far.
cpu() {
	local stat
	stat=$(<"/proc/${pids[$1]}/stat")
	# shellcheck disable=SC2086 # the fields after the name are wanted as words
	set -- ${stat##*) }
	printf '%s' $(((${12} + ${13}) * 1000 / $(getconf CLK_TCK)))
}

stop() {
	local tries=0
	[[ ${pids[$1]:-} ]] || return 0
	kill -CONT "${pids[$1]}" 2>/dev/null || true
	kill "${pids[$1]}" 2>/dev/null || true
	while alive "$1" && ((tries++ < 100)); do
		sleep 0.1
	done
	kill -KILL "${pids[$1]}" 2>/dev/null || true
	unset "pids[$1]"
}

stop_all() {
	local server
	for server in "${!pids[@]}"; do
		stop "$server"
	done
	postgres_stop
}
