-- The load of one flow for wrk: request() builds the next request, response() checks the answer and keeps what the next
-- request needs. bench/lib/load.sh sets the environment; one thread only, so that its queues are the only ones.
local flow = assert(os.getenv("BENCH_FLOW"))
local check = {}
local build = {}

local function lines(name)
	local found = {}
	for line in io.lines(assert(os.getenv("BENCH_WORK")) .. "/" .. name) do
		found[#found + 1] = line
	end
	assert(#found > 0, name .. " is empty")
	return found
end

local function post(path, user, body)
	return wrk.format("POST", path, {
		["Authorization"] = "Basic " .. os.getenv(user),
		["Content-Type"] = "application/x-www-form-urlencoded",
		["Accept"] = "application/json",
	}, body)
end

local function value(body, name)
	return body:match('"' .. name .. '"%s*:%s*"([^"]+)"')
end

local function encoded(text)
	return (text:gsub("[^%w%-._~]", function(c) return string.format("%%%02X", c:byte()) end))
end

-- client_credentials

function build.client_credentials()
	local fixed = post(os.getenv("BENCH_TOKEN"), "BENCH_MACHINE", "grant_type=client_credentials" .. os.getenv("BENCH_MACHINE_PARAMETERS"))
	return function() return fixed end
end

function check.client_credentials()
	return function(status, _, body)
		return status == 200 and value(body, "access_token") ~= nil and 1
	end
end

-- refresh: one chain of refresh tokens per line; each answer's token is the chain's next request

local chain = { first = 1, last = 0 }

local function push(item)
	chain.last = chain.last + 1
	chain[chain.last] = item
end

local function pop()
	local item = chain[chain.first]
	if item then
		chain[chain.first] = nil
		chain.first = chain.first + 1
	end
	return item
end

function build.refresh()
	for _, token in ipairs(lines("refresh-tokens")) do
		push(token)
	end
	return function()
		local token = assert(pop(), "no refresh token is left: some refreshes failed")
		return post(os.getenv("BENCH_TOKEN"), "BENCH_APP", "grant_type=refresh_token&refresh_token=" .. encoded(token))
	end
end

function check.refresh()
	return function(status, _, body)
		local token = status == 200 and value(body, "access_token") and value(body, "refresh_token")
		if token then
			push(token)
		end
		return token and 1
	end
end

-- code: a signed-in browser asks for a code (the answer is a redirect that holds it), the client redeems it

function build.code()
	local cookies, turn = lines("cookies"), 0
	local authorize, redeem = os.getenv("BENCH_AUTHORIZE"), os.getenv("BENCH_REDEEM_PARAMETERS")
	return function()
		local code = pop()
		if code then
			return post(os.getenv("BENCH_TOKEN"), "BENCH_APP", redeem .. "&code=" .. code)
		end
		turn = turn % #cookies + 1
		return wrk.format("GET", authorize, { ["Cookie"] = cookies[turn], ["Accept"] = "text/html" })
	end
end

function check.code()
	return function(status, headers, body)
		if status == 302 or status == 303 then
			local code = (headers["Location"] or headers["location"] or ""):match("[?&]code=([^&]+)")
			if code then
				push(code)
			end
			return code and 0
		end
		return status == 200 and value(body, "access_token") and value(body, "id_token") and 1
	end
end

-- introspect and jwks

function build.introspect()
	local requests, turn = {}, 0
	for i, token in ipairs(lines("access-tokens")) do
		requests[i] = post(os.getenv("BENCH_INTROSPECT"), "BENCH_APP", "token=" .. encoded(token))
	end
	return function()
		turn = turn % #requests + 1
		return requests[turn]
	end
end

function check.introspect()
	return function(status, _, body)
		return status == 200 and body:find('"active"%s*:%s*true') ~= nil and 1
	end
end

function build.jwks()
	local fixed = wrk.format("GET", os.getenv("BENCH_JWKS"), { ["Accept"] = "application/json" })
	return function() return fixed end
end

function check.jwks()
	return function(status, _, body)
		return status == 200 and body:find('"keys"', 1, true) ~= nil and 1
	end
end

-- what wrk calls

threads = {}

function setup(thread)
	threads[#threads + 1] = thread
end

wrk.headers["Host"] = os.getenv("BENCH_HOST")

function init()
	good, bad, examples = 0, 0, ""
	request = build[flow]()
	right = check[flow]()
end

-- A flow of two requests counts once, with its last answer.
function response(status, headers, body)
	local counts = right(status, headers, body)
	if counts then
		good = good + counts
	else
		bad = bad + 1
		if bad <= 3 then
			examples = examples .. status .. " " .. body:sub(1, 300):gsub("%s+", " ") .. "\n"
		end
	end
end

function done(summary, latency)
	local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
	local right, wrong = threads[1]:get("good"), threads[1]:get("bad")
	io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.duration, right, wrong, failed,
		latency:percentile(50), latency:percentile(99)))
	io.write(threads[1]:get("examples"))
end
