# shellcheck shell=bash
# panva's oidc-provider from npm, in one process, with the in-memory adapter that it ships.

oidc_provider_prepare() {
	local home=$target/oidc-provider
	need npm npm
	mkdir -p "$home"
	cp "$bench"/servers/oidc-provider/* "$home/"
	(cd -- "$home" && npm ci --ignore-scripts --no-audit --no-fund --silent) >&2 || die 'npm cannot install oidc-provider'
}

oidc_provider_start() {
	BENCH_PORT=${ports[$1]} BENCH_FORMAT=$(oidc_provider_format "$1") NODE_ENV=production \
		spawn "$1" node "$target/oidc-provider/server.mjs"
}

oidc_provider_format() { if [[ $1 == *-opaque ]]; then printf opaque; else printf jwt; fi; }

oidc_provider_contact() {
	local resource=''
	BENCH_TOKEN=/token BENCH_INTROSPECT=/token/introspection BENCH_JWKS=/jwks
	if [[ $(oidc_provider_format "$1") == jwt ]]; then
		resource="&resource=$(encoded https://bench.example/es256)"
	fi
	BENCH_AUTHORIZE="/auth?$2&scope=openid%20profile%20bench:read$resource"
}

oidc_provider_machine() {
	BENCH_MACHINE=$(basic bench-machine)
	BENCH_MACHINE_PARAMETERS='&scope=bench:read'
	if [[ $(oidc_provider_format "$1") == jwt ]]; then
		BENCH_MACHINE_PARAMETERS+="&resource=$(encoded "https://bench.example/${2,,}")"
	fi
}

oidc_provider_version() {
	printf 'oidc-provider %s' "$(node -p "require('$target/oidc-provider/node_modules/oidc-provider/package.json').version")"
}
