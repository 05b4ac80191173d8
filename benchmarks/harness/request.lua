-- Asks for one address, or for one with a random number at its end; prints what the harness reads.
local path, last

function init(arguments)
  path = arguments[1]
  last = tonumber(arguments[2])
  math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000)
end

function request()
  if last == 0 then
    return wrk.format("GET", path)
  end
  return wrk.format("GET", path .. math.random(1, last))
end

function done(summary, latency, requests)
  -- what came late shows in the latency
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, failed, latency:percentile(99)))
end
