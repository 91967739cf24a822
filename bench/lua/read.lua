-- Reads pages. HEADERS names a file with one field a line, ADDRESSES one with an address a line that is drawn from at
-- random; without ADDRESSES the address of the command line is asked for, with the same bytes each time.
for line in io.lines(os.getenv("HEADERS")) do
  local name, value = line:match("^(.-): (.*)$")
  wrk.headers[name] = value
end

local addresses = os.getenv("ADDRESSES")
if addresses then
  local requests = {}
  function init(arguments)
    math.randomseed(7)
    for path in io.lines(addresses) do requests[#requests + 1] = wrk.format("GET", path) end
  end
  function request()
    return requests[math.random(#requests)]
  end
end

dofile(os.getenv("SUMMARY"))
