-- One punch a request, each different: the threads of wrk are terminals SN-0, SN-1 ...
-- An argument of the script moves them by so many hours, so that a second run repeats none.
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    sent = 0
    hour = 6 + tonumber(args[1] or 0)
    path = "/iclock/cdata?SN=SN-" .. id .. "&table=ATTLOG&Stamp=9999"
end

function request()
    local pin, second = 100000 + sent % 10000, math.floor(sent / 10000)
    sent = sent + 1
    local body = string.format("%d\t2021-05-17 %02d:%02d:%02d\t0\t15\t0\t0\t0\n", pin,
        hour + math.floor(second / 3600), math.floor(second / 60) % 60, second % 60)
    return wrk.format("POST", path, nil, body)
end
