"""morning: who does what on Monday 17 May 2021.

Everybody gets one fate.  At 07:46:12 the wall counts

  arrived  4,774 on time and 309 late, minute by minute as in the wall's chart
  permit   57
  unknown  31: 28 at Puskesmas Putri Ayu, whose terminal is silent since
           07:12:40, and 3 at Kelurahan Legok, where two PINs map to nobody
  waiting  618, of whom 481 come late and 137 never

and at the end 4,793 + 800 + 57 + 139 = 5,789.  Times are those that the
terminal's clock showed, in seconds of the day.
"""

from .chance import Chance, apportion
from .terminals import GATE_B, JELUTUNG, LEGOK, PUTRI_AYU

# Arrivals per minute from 06:00 to 07:46, read off the chart of the wall.
CHART = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7,
         8, 14, 15, 13, 13, 17, 18, 15, 17, 21, 21, 17, 22, 26, 24, 23, 29, 32, 30, 32, 38, 40, 38, 44, 50, 52, 51,
         61, 67, 69, 72, 81, 87, 89, 95, 104, 109, 110, 118, 125, 128, 128, 136, 140, 139, 139, 144, 144, 139, 139,
         140, 136, 127, 127, 124, 117, 119, 129, 135, 136, 140,
         43, 35, 34, 29, 21, 22, 21, 15, 14, 17, 12, 10, 14, 12, 8, 2]
LIMIT = 91          # the first late minute after 06:00: 07:31
LAST_MINUTE = 152   # 08:32; the sidak's picture of 08:33 has everybody

WAITING = {"DISDIK": 171, "RSUD-HAM": 74, "KEC-TELANAIPURA": 40, "DPUPR": 38, "DISHUB": 27}
WAITING_REST = 295 - WAITING["DISHUB"]
COMPLETE = {"KORPRI", "BAG-KERJASAMA", "BAG-PERTANAHAN", "BAG-SDA", "DISBUD", "BAG-ORGANISASI", "BALITBANGDA",
            "BAG-HUKUM", "BAG-KESRA"}
# Agencies whose number of arrivals a page shows: how many wait there, how many have a permit.
SETTLED = {"SEKCAM-JELUTUNG": (7, 1), "KEC-JELUTUNG": (0, 0), "KEL-BULURAN-KENALI": (3, 0), "KEL-LEGOK": (0, 0),
           "PKM-PUTRI-AYU": (0, 0)}
PERMIT = {"DISDIK": 21, "RSUD-HAM": 5, "KEC-TELANAIPURA": 3, "DPUPR": 2, "DISHUB": 4, "KEC-JELUTUNG": 1}
PERMIT_COUNT = 57
UNEXPLAINED = {"DISDIK": 38, "RSUD-HAM": 14, "KEC-TELANAIPURA": 9, "DPUPR": 8, "DISHUB": 12}
UNEXPLAINED_COUNT = 137
PUTRI_AYU_EARLY = 33
PUTRI_AYU_LATER = ("on_time",) * 17 + ("late",) * 9 + ("unexplained",) * 2

# Punches that a terminal had received by 07:46:12, where a page shows them.
RECEIVED = {"CJX7204800001": 188, "CJX7204800009": 141, "CJX7204800010": 167, GATE_B: 214, "AEYU193360077": 17}
SECOND_PUNCHES = 55
GAP = 4  # seconds between two people at one reader

REPEATED = {"1187": (39, 46), "1203": (88, 34), "2090": (62, 46)}  # after a row that could not be read


def second_of(minute, second):
    return 6 * 3600 + minute * 60 + second


class Morning:
    def __init__(self, people, terminals):
        self.chance = Chance("morning")
        self.people = people
        self.at = {}
        for terminal in terminals:
            self.at.setdefault(terminal["agency"], []).append(terminal["serial"])
        self.used = {}  # serial -> seconds of the day
        self.punches = []

    # -- fates ---------------------------------------------------------------

    def decide(self):
        for who in self.people:
            who["fate"] = "arrived"
        self.decide_unknown()
        waiting = self.waiting_by_opd()
        permits = self.permits_by_opd()
        unexplained = self.unexplained_by_opd(waiting)
        for opd in waiting:
            self.decide_opd(opd, waiting[opd], permits.get(opd, 0), unexplained.get(opd, 0))
        self.decide_lateness()

    def decide_unknown(self):
        early = [p for p in self.people if p["agency"] == "PKM-PUTRI-AYU"]
        later = self.chance.sample([p for p in early if not p["head"]], len(PUTRI_AYU_LATER))
        for who, fate in zip(later, PUTRI_AYU_LATER):
            who.update(fate="unknown", end=fate)
        for who in self.people:
            if who["agency"] == "KEL-LEGOK" and who.get("named"):
                who.update(fate="unknown", end="late" if who["name"] == "Suryadi" else "on_time")

    def opds(self):
        strengths = {}
        for who in self.people:
            if who["agency"] != "PKM-PUTRI-AYU":
                strengths[who["top"]] = strengths.get(who["top"], 0) + 1
        return strengths

    def waiting_by_opd(self):
        strengths = self.opds()
        others = [opd for opd in strengths if opd not in WAITING and opd not in COMPLETE]
        assert len(others) == 46
        shares = apportion([strengths[opd] + self.chance.between(0, 12) for opd in others], WAITING_REST, 1, 34)
        return {**{opd: 0 for opd in COMPLETE if opd in strengths}, **WAITING, **dict(zip(others, shares))}

    def permits_by_opd(self):
        strengths = self.opds()
        others = [opd for opd in strengths if opd not in PERMIT]
        shares = apportion([strengths[opd] for opd in others], PERMIT_COUNT - sum(PERMIT.values()), 0, 5)
        return {**PERMIT, **dict(zip(others, shares))}

    def unexplained_by_opd(self, waiting):
        others = [opd for opd in waiting if opd not in UNEXPLAINED and waiting[opd]]
        shares = apportion([waiting[opd] for opd in others], UNEXPLAINED_COUNT - sum(UNEXPLAINED.values()), 0)
        return {**UNEXPLAINED, **dict(zip(others, shares))}

    def decide_opd(self, opd, waiting, permits, unexplained):
        mine = [p for p in self.people if p["top"] == opd]
        named = [p for p in mine if p.get("named") and opd == "DISHUB"]
        chosen = list(named)
        for code, (wait, permit) in SETTLED.items():
            pool = [p for p in mine if p["agency"] == code and not p["head"] and p["fate"] == "arrived"]
            picked = self.chance.sample(pool, wait + permit) if pool else []
            self.permit(picked[:permit])
            chosen += picked[permit:]
            permits -= len(picked[:permit])
        pool = [p for p in mine if p["agency"] not in SETTLED and not p["head"] and not p.get("named")]
        picked = self.chance.sample(pool, waiting - len(chosen) + permits)
        self.permit(picked[:permits])
        chosen += picked[permits:]
        for i, who in enumerate(named + self.chance.shuffled(chosen[len(named):])):
            who.update(fate="waiting", end="unexplained" if i < unexplained else "late")

    def permit(self, people):
        for who in people:
            who.update(fate="permit", end="permit")

    def decide_lateness(self):
        """Which minute of the chart each of the 5,083 has."""
        slots = [minute for minute, count in enumerate(CHART) for _ in range(count)]
        groups = {"putri": [], "jelutung": [], "gate": [], "other": []}
        arrived = [p for p in self.people if p["fate"] == "arrived"]
        assert len(arrived) == len(slots) == 5083, len(arrived)
        self.place(arrived)
        for who in self.chance.shuffled(arrived):
            groups[self.group_of(who)].append(who)
        slots = self.chance.shuffled(slots)
        for name in ("putri", "jelutung", "gate"):
            slots = self.hand_out(groups[name], slots, name)
        slots = self.hand_out(groups["other"], slots, "other")
        assert not slots

    def group_of(self, who):
        return {PUTRI_AYU: "putri", JELUTUNG: "jelutung", GATE_B: "gate"}.get(who["terminal"], "other")

    @staticmethod
    def fits(minute, group):
        """Behind a clock that is wrong nobody stands between the shown and the
        true limit, so both clocks give the same state."""
        if group == "putri":
            return minute < 72
        if group == "jelutung":
            return minute < 103 and minute not in (89, 90)
        if group == "gate":
            return minute not in (91, 106)
        return True

    def hand_out(self, people, slots, group):
        rest = []
        people = list(people)
        for minute in slots:
            if people and self.fits(minute, group):
                people.pop()["minute"] = minute
            else:
                rest.append(minute)
        assert not people
        return rest

    # -- places --------------------------------------------------------------

    def terminals_of(self, who):
        if who["agency"].startswith("KEC-"):
            return self.at["SEKCAM-" + who["agency"][4:]]
        return self.at[who["agency"]]

    def place(self, arrived):
        """The terminal of everybody; the five with known counts first."""
        for who in self.people:
            who["terminal"] = self.chance.pick(self.terminals_of(who))
        town_hall = [p for p in arrived if p["top"] == "SETDA" or p["top"].startswith("BAG-")]
        hospital = [p for p in arrived if p["top"] == "RSUD-HAM"]
        self.fill(town_hall, ["CJX7204800001"])
        self.fill(hospital, ["CJX7204800009", "CJX7204800010"])
        self.fill([p for p in arrived if p["agency"] == "DISDIK"], [GATE_B])
        self.fill([p for p in arrived if p["agency"] == "KEL-EKA-JAYA"], ["AEYU193360077"])

    def fill(self, people, serials):
        people = self.chance.shuffled(people)
        for serial in serials:
            for who in people[:RECEIVED[serial]]:
                who["terminal"] = serial
            assert len(people) >= RECEIVED[serial], (serial, len(people))
            people = people[RECEIVED[serial]:]
        for who in people:
            others = [s for s in self.terminals_of(who) if s not in RECEIVED]
            who["terminal"] = self.chance.pick(others)

    # -- punches -------------------------------------------------------------

    def free_second(self, serial, first, last):
        """A second in first .. last at which nobody else is at the reader."""
        used = self.used.setdefault(serial, set())
        for gap in (GAP, 2, 1):
            for _ in range(60):
                at = self.chance.between(first, last)
                if not any(at + d in used for d in range(-gap + 1, gap)):
                    return at
        raise AssertionError(f"{serial} is full between {first} and {last}")

    def record(self, who, at, direction, pin=None):
        serial = who["terminal"]
        self.used.setdefault(serial, set()).add(at)
        self.punches.append((at, serial, who["pin"] if pin is None else pin, direction))

    def arrive(self):
        self.arrive_after_bad_rows()
        self.arrive_at_the_limit()
        for who in self.people:
            if who["fate"] == "arrived" and "in" not in who:
                first, last = {90: (0, 55), 91: (4, 59), 106: (1, 9)}.get(who["minute"], (0, 59))
                self.come(who, who["minute"], first, last)
        self.arrive_later()
        self.arrive_unknown()
        self.arrive_twice()

    def come(self, who, minute, first, last):
        who["in"] = self.free_second(who["terminal"], second_of(minute, first), second_of(minute, last))
        self.record(who, who["in"], "in")

    def someone(self, serial, minute):
        """Somebody who arrives at a terminal in a minute; if need be two people
        exchange their minutes."""
        arrived = [p for p in self.people if p["fate"] == "arrived" and "in" not in p]
        here = [p for p in arrived if p["terminal"] == serial]
        for who in here:
            if who["minute"] == minute:
                return who
        other = next(p for p in arrived if p["minute"] == minute and self.group_of(p) == "other")
        here[0]["minute"], other["minute"] = other["minute"], here[0]["minute"]
        return here[0]

    def arrive_after_bad_rows(self):
        """Three people whose first row was unreadable are recorded right after."""
        by_pin = {p["pin"]: p for p in self.people}
        for pin, (minute, second) in REPEATED.items():
            serial = "AEYU193360077" if pin == "2090" else JELUTUNG
            who = self.someone(serial, minute)
            by_pin[pin]["pin"], who["pin"] = who["pin"], pin
            who["in"] = second_of(minute, second)
            self.record(who, who["in"], "in")

    def arrive_at_the_limit(self):
        """One person at 07:30:59 is on time, one at 07:31:00 is late."""
        for minute, second in ((90, 59), (91, 0)):
            who = self.someone("CJX7204800001", minute)
            who["in"] = second_of(minute, second)
            self.record(who, who["in"], "in")

    def arrive_later(self):
        """481 late people between 07:46:16 and 08:32, with a wave before eight."""
        late = [p for p in self.people if p["fate"] == "waiting" and p["end"] == "late"]
        assert len(late) == 481
        weights = [10 + max(0, 9 - abs(minute - 118) // 2) + self.chance.below(4) - max(0, minute - 128) // 3
                   for minute in range(106, LAST_MINUTE + 1)]
        counts = apportion(weights, len(late), 1)
        minutes = [106 + i for i, count in enumerate(counts) for _ in range(count)]
        # Those behind a wrong clock choose first: neither the first nor the last minutes.
        late = sorted(self.chance.shuffled(late), key=lambda p: p["terminal"] not in (JELUTUNG, GATE_B))
        inner = self.chance.shuffled([m for m in minutes if 106 < m < 150])
        outer = [m for m in minutes if not 106 < m < 150]
        for who, minute in zip(late, inner[:60] + self.chance.shuffled(inner[60:] + outer)):
            self.come(who, minute, 16 if minute == 106 else 0, 59 if minute < LAST_MINUTE else 50)

    def arrive_unknown(self):
        for who in self.people:
            if who["fate"] != "unknown" or who["end"] == "unexplained":
                continue
            if who["agency"] == "KEL-LEGOK":
                self.arrive_at_legok(who)
            elif who["end"] == "on_time":
                self.come(who, self.chance.between(74, 89), 0, 59)
            else:
                self.come(who, self.chance.pick([92, 95, 98, 101, 104, 109, 112, 115, 120, 124, 131]), 0, 59)

    def arrive_at_legok(self, who):
        times = {"Suryadi": ("198840", [second_of(112, 40)]), "Hendra Gunawan": ("20417", [second_of(81, 55)])}
        pin, moments = times.get(who["name"], ("198804", [second_of(88, 3), second_of(88, 9)]))
        assert who["terminal"] == LEGOK
        who["in"] = moments[0]
        who["shown_pin"] = pin
        for at in moments:
            self.record(who, at, "in", pin)

    def arrive_twice(self):
        """55 people are not sure of the beep and look into the reader again."""
        counted = {JELUTUNG, PUTRI_AYU, LEGOK, "CJX7204800164", *RECEIVED}
        pool = [p for p in self.people if p["fate"] == "arrived" and p["terminal"] not in counted
                and p["minute"] < 104]
        for who in self.chance.sample(pool, SECOND_PUNCHES):
            at = who["in"] + self.chance.between(5, 11)
            while at in self.used[who["terminal"]]:
                at += 1
            self.record(who, at, "in")

    def leave(self):
        """Most leave in the half hour after 16:00; 150 before, 110 forget."""
        present = [p for p in self.people if "in" in p]
        assert len(present) == 5593
        order = self.chance.shuffled([p for p in present if p["agency"] != "KEL-LEGOK" and not p["head"]])
        forget = {id(p) for p in order[:110]}
        early = {id(p) for p in order[110:260]}
        for who in present:
            if id(who) not in forget:
                self.go(who, id(who) in early)

    def go(self, who, is_early):
        four = 16 * 3600
        if is_early:
            first, last = four - self.chance.between(1, 14) * 600, four - 200
        elif who["head"] or self.chance.happens(60):
            first, last = four + 1500, four + 7800
        else:
            wait = self.chance.between(0, 17) * self.chance.between(1, 6) * 20
            first, last = four + wait, four + wait + 600
        first += 45 if who["terminal"] == GATE_B else 2
        who["out"] = self.free_second(who["terminal"], min(first, last), last + 60)
        self.record(who, who["out"], "out", who.get("shown_pin"))


def directions(punches):
    """Readers without keys send no direction; a few people press the wrong key."""
    chance = Chance("directions")
    keyless = {}
    for at, serial, pin, direction in punches:
        keyless.setdefault(serial, serial not in RECEIVED and chance.happens(250))
        if keyless[serial]:
            direction = ""
        elif chance.happens(4):
            direction = "out" if direction == "in" else "in"
        yield at, serial, pin, direction


def methods(punches, terminals):
    chance = Chance("methods")
    known = {t["serial"]: t["methods"].split(";") for t in terminals}
    for at, serial, pin, direction in punches:
        method = known[serial][0]
        if len(known[serial]) > 1 and chance.happens(180):
            method = known[serial][1]
        yield at, serial, pin, direction, method


def build(people, terminals):
    morning = Morning(people, terminals)
    morning.decide()
    morning.arrive()
    morning.leave()
    punches = sorted(morning.punches)
    return list(methods(list(directions(punches)), terminals))


def leave_of(people):
    """(person, reference) of the 57 permits, in the order of the register."""
    chance = Chance("permits")
    number = 180
    for who in people:
        if who["fate"] == "permit":
            number += chance.between(1, 3)
            yield who, f"851/{number}/{who['top']}/2021"
