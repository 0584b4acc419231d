-- Calls /protected with the tokens of a file in turn, for wrk. There is no response(), which would cost wrk more than the
-- server takes to answer: wrk counts by itself which answers were no success.
local pace = tonumber(os.getenv("BENCH_PACE") or "0")
local requests, turn = {}, 0

threads = {}

function setup(thread)
	threads[#threads + 1] = thread
end

function init()
	wrk.headers["Host"] = os.getenv("BENCH_HOST")
	for token in io.lines(os.getenv("BENCH_TOKENS")) do
		requests[#requests + 1] = wrk.format("GET", "/protected", { ["Authorization"] = "Bearer " .. token })
	end
end

function request()
	turn = turn % #requests + 1
	return requests[turn]
end

-- Milliseconds that a connection waits before its next request.
if pace > 0 then
	function delay()
		return pace
	end
end

function done(summary, latency)
	local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
	io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.duration, summary.requests, summary.errors.status, failed,
		latency:percentile(50), latency:percentile(99)))
end
