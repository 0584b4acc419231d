# shellcheck shell=bash
# What every script of the bench needs: messages, tools, downloads, a JDK. Sourced.
bench=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
root=$(dirname -- "$bench")
target=$bench/target
readonly bench root target
readonly maven_central=${BENCH_MAVEN:-https://repo.maven.apache.org/maven2}

say() { printf '%s\n' "$*" >&2; }

die() {
	say "bench: $*"
	exit 1
}

# need COMMAND PACKAGE: without it nothing is started.
need() {
	command -v "$1" >/dev/null || die "$1 is missing: install it (apt install $2)"
}

need_tools() {
	((BASH_VERSINFO[0] >= 5)) || die "bash 5 or newer is needed, this is $BASH_VERSION"
	need wrk wrk
	need curl curl
	need unzip unzip
	need node nodejs
	local version
	version=$(node -p 'process.versions.node')
	((${version%%.*} >= 18)) || die "node 18 or newer is needed, this is $version"
}

# find_jdk VERSION: sets JAVA_HOME to a JDK of this feature release, or to the newest when none is asked for.
find_jdk() {
	local home version newest=0 found=''
	for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
		[[ -x $home/bin/javac && -r $home/release ]] || continue
		version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
		if [[ ! ${1:-} || $version == "$1" ]] && ((version > newest)); then
			newest=$version found=$home
		fi
	done
	((newest >= 17)) || die "no JDK ${1:-17 or newer} found: install one or set JAVA_HOME"
	export JAVA_HOME=$found
}

# fetch URL FILE: downloads once, and only what has the checksum that lies beside it.
fetch() {
	[[ -f $2 ]] && return
	say "downloading ${1##*/}"
	mkdir -p "${2%/*}"
	curl -fsSL --retry 3 -o "$2.part" "$1" || die "cannot download $1"
	local expected
	expected=$(curl -fsSL --retry 3 "$1.sha1") || die "cannot download $1.sha1"
	sha1sum --status -c <<<"${expected%% *}  $2.part" || die "$1 does not have its checksum"
	mv "$2.part" "$2"
}

# artifact GROUP/PATH ARTIFACT VERSION TYPE: prints the file, downloaded from Maven Central.
artifact() {
	local file=$target/downloads/$2-$3.$4
	fetch "$maven_central/$1/$2/$3/$2-$3.$4" "$file"
	printf '%s' "$file"
}

machine() {
	local model memory system
	model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1)
	memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo)
	system=$(. /etc/os-release && printf '%s' "$PRETTY_NAME")
	printf '%s, %s cores, %s, %s, Linux %s; %s; node %s; wrk %s' "$model" "$(nproc)" "$memory" "$system" "$(uname -r)" \
		"$(java_version)" "$(node -p process.versions.node)" "$(wrk -v 2>&1 | grep -oE -m 1 "[0-9]+\.[0-9]+\.[0-9]+")"
}

java_version() { sed -n 's/^IMPLEMENTOR="\(.*\)"/\1/p; s/^JAVA_VERSION="\(.*\)"/JDK \1/p' "$JAVA_HOME/release" | tr '\n' ' ' | sed 's/ $//'; }

load_of_machine() { cut -d ' ' -f 1 /proc/loadavg; }
