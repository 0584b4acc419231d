# Collapsed stacks (frame;frame;… samples) in, the share of each purpose and the hottest frames out, as Markdown.
# A sample counts for the innermost of its frames that tells a purpose.
BEGIN {
	purpose("signing (EC, RSA)", "^(com/nimbusds/jose/crypto|java/security/Signature|sun/security/(ec|rsa)|com/amazon/corretto)")
	purpose("logging", "^(ch/qos/logback|org/slf4j|org/apache/commons/logging)")
	purpose("observations (Micrometer)", "^(io/micrometer|org/springframework/(security/.*Observation|boot/micrometer|web/filter/ServerHttpObservation|http/server/observation))")
	purpose("JSON", "^(tools/jackson|com/fasterxml/jackson|com/nimbusds/jose/(shaded|util/JSON))")
	purpose("database: H2", "^org/h2/")
	purpose("database: PostgreSQL's driver", "^org/postgresql/")
	purpose("connection pool", "^com/zaxxer/hikari")
	purpose("JPA (Hibernate, Spring Data, transactions)", "^org/(hibernate|springframework/(data|orm|transaction|jdbc|dao))")
	purpose("browser sessions (Spring Session)", "^org/springframework/session")
	purpose("Quartet's own code", "^dev/quartet")
	purpose("building the JWT", "^(com/nimbusds/|org/springframework/security/oauth2/(jwt|jose))")
	purpose("authorization server", "^org/springframework/security/oauth2/")
	purpose("security filters", "^org/springframework/security/")
	purpose("Spring web, AOP, core", "^org/springframework/")
	purpose("JIT compiler", "^(C2Compiler|Compiler::|CompileBroker|Compile::)")
	purpose("garbage collector", "^(WorkerThread::run|GangWorker|G1|SerialHeap|VMThread::|VM_G1|ConcurrentGCThread|GenCollect|DefNew)")
	purpose("Tomcat", "^org/apache/(tomcat|catalina|coyote)")
	purpose("virtual threads", "^(java/lang/(VirtualThread|ThreadBuilders)|jdk/internal/vm/Continuation|java/util/concurrent/ForkJoin|sun/nio/ch)")
}

function purpose(name, pattern) {
	names[++count] = name
	patterns[count] = pattern
}

function purpose_of(frame, i) {
	if (!(frame in known)) {
		known[frame] = ""
		for (i = 1; i <= count && known[frame] == ""; i++) {
			if (frame ~ patterns[i]) {
				known[frame] = names[i]
			}
		}
	}
	return known[frame]
}

{
	samples = $NF
	sub(/ [0-9]+$/, "")
	depth = split($0, frames, ";")
	found = ""
	split("", counted)
	for (i = depth; i > 0; i--) {
		if (found == "") {
			found = purpose_of(frames[i])
		}
		if (!(frames[i] in counted)) {
			counted[frames[i]] = 1
			inside[frames[i]] += samples
		}
	}
	if (found == "") {
		found = "other"
	}
	if (frames[depth] ~ /_\[k\]$/ && (found == "Tomcat" || found == "virtual threads" || found == "other")) {
		found = "kernel: sockets, scheduling"
	}
	by_purpose[found] += samples
	self[frames[depth]] += samples
	total += samples
}

END {
	print "| % | purpose |\n|---:|---|"
	top(by_purpose, 40)
	print "\n| % itself | frame |\n|---:|---|"
	top(self, 25)
	print "\n| % with all it calls | of ours, the authorization server, the signer, the stores |\n|---:|---|"
	for (frame in inside) {
		if (frame ~ /^dev\/quartet|Provider\.authenticate$|TokenGenerator\.generate|JwtEncoder\.encode|Signer\.sign$|^org\/h2\/jdbc\/.*\.execute|^org\/postgresql\/jdbc\/PgPreparedStatement\.execute|SessionRepository\.(save|findById)$/) {
			ours[frame] = inside[frame]
		}
	}
	top(ours, 30)
}

function top(shares, most, command, name) {
	fflush()
	command = "sort -t '|' -k 2,2rn | head -n " most
	for (name in shares) {
		if (shares[name] >= total / 500) {
			printf "| %.1f | %s |\n", 100 * shares[name] / total, name | command
		}
	}
	close(command)
	fflush()
}
