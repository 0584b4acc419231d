# shellcheck shell=bash
# Puts load on a server with wrk, warms it up, measures it, and fails on the first wrong answer. Sourced.
readonly sessions=64

# prepare_flow SERVER FLOW: what the flow needs, made afresh: tokens live for minutes, a run for longer.
prepare_flow() {
	contact "$1"
	"$(kind "$1")_machine" "$1" "$(algorithm "$2")"
	export BENCH_MACHINE BENCH_MACHINE_PARAMETERS
	export BENCH_FLOW=${2%-rs256}
	case $BENCH_FLOW in
		refresh | code | introspect) signed_in ;;
	esac
}

algorithm() { if [[ $1 == *-rs256 ]]; then printf RS256; else printf ES256; fi; }

signed_in() {
	local code=0
	if [[ -f $BENCH_WORK/cookies ]]; then
		node "$bench/lib/people.mjs" tokens || code=$?
		((code != 0)) || return 0
		((code == 3)) || die 'the silent flow fails'
	fi
	node "$bench/lib/people.mjs" sign-in "$sessions" || die 'nobody can sign in'
	node "$bench/lib/people.mjs" tokens || die 'the silent flow fails'
}

# load SERVER SECONDS: one run of wrk; sets rate, p50, p99 (microseconds), good and cost (processor time a request, microseconds).
load() {
	local answer wrong failed duration before after
	before=$(cpu "$1")
	answer=$(wrk -t1 "-c$connections" "-d${2}s" --timeout 10s --latency -s "$bench/load/flow.lua" "http://127.0.0.1:${ports[$1]}" 2>&1) ||
		die "wrk failed: $answer"
	after=$(cpu "$1")
	answer=${answer#*RESULT }
	read -r duration good wrong failed p50 p99 <<<"${answer%%$'\n'*}"
	((wrong == 0 && failed == 0 && good > 0)) ||
		die "$1 answered $good times right, $wrong times wrong and failed $failed times: ${answer#*$'\n'}"
	rate=$((good * 1000000 / duration))
	cost=$(((after - before) * 1000 / good))
}

# warm SERVER FLOW: until the rate of two slices of five seconds is no more than 3 % above the best one before. One rule for all.
warm() {
	local best=0 calm=0 slices=0
	while ((slices < warm_up && (slices < 4 || calm < 2))); do
		prepare_flow "$1" "$2"
		load "$1" 5
		slices=$((slices + 1))
		if ((rate * 100 > best * 103)); then
			calm=0
		else
			calm=$((calm + 1))
		fi
		best=$((rate > best ? rate : best))
	done
	say "$1 $2: warm after $((slices * 5)) s at $rate/s"
}
