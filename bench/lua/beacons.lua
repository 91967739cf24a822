-- Counts openings: POST to addresses that are drawn at random from ADDRESSES. HEADERS as in read.lua.
for line in io.lines(os.getenv("HEADERS")) do
  local name, value = line:match("^(.-): (.*)$")
  wrk.headers[name] = value
end

local requests = {}
function init(arguments)
  math.randomseed(7)
  for path in io.lines(os.getenv("ADDRESSES")) do requests[#requests + 1] = wrk.format("POST", path, nil, "") end
end
function request()
  return requests[math.random(#requests)]
end

dofile(os.getenv("SUMMARY"))
