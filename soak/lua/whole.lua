-- Reads pages of an issue that is filed again and again, each time with the next number in all its texts. Every answer
-- must end as a page ends and say one number throughout. HEADERS and ADDRESSES as in bench/lua/read.lua.
dofile(os.getenv("READ"))

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

wrong, checked, first = 0, 0, ""
local marks = { "换版(%d+)号", "头(%d+)尾", "末(%d+)尾", "第(%d+)次" }

local function fault(status, body)
  if status ~= 200 then return "status " .. status end
  if not body:find("</html>%s*$") then return "no end of a page" end
  local seen
  for _, mark in ipairs(marks) do
    for number in body:gmatch(mark) do
      if seen and seen ~= number then return "both " .. seen .. " and " .. number end
      seen = number
    end
  end
  if not seen then return "no number" end
end

function response(status, headers, body)
  checked = checked + 1
  local what = fault(status, body)
  if what then
    wrong = wrong + 1
    if first == "" then first = what end
  end
end

local summed = done
function done(summary, latency, requests)
  summed(summary, latency, requests)
  for _, thread in ipairs(threads) do
    io.write(string.format('WHOLE {"checked": %d, "wrong": %d, "first": "%s"}\n', thread:get("checked"),
      thread:get("wrong"), thread:get("first")))
  end
end
