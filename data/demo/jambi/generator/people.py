"""people: 5,612 PNS and 177 PPPK with valid numbers.

NIP    birth date, year and month of appointment, sex (1 man, 2 woman), serial
NI PPPK birth date, year of appointment, 21, sex, serial       (domain.md, 5)
"""

from . import posts
from .chance import Chance
from .city import top_of
from .names import Names

PPPK_COUNT = 177
PPPK_FROM = "2021-02-01"

# People whom the pages of the design name: agency, name, woman, rest.
NAMED = [
    ("KEL-LEGOK", "Hendra Gunawan", False, {"pin": ""}),
    ("KEL-LEGOK", "Rts. Nurhasanah", True, {"number": "198804172010012003", "position": "Pengadministrasi Umum"}),
    ("KEL-LEGOK", "Suryadi", False, {"pin": "198840"}),
    ("DISHUB-LALIN", "Agus Salim", False, {}), ("DISHUB-UJI", "Fitri Handayani, A.Md.", True, {}),
    ("DISHUB-ANGKUTAN", "Ahmad Yani", False, {}), ("DISHUB-SEK", "Deswita, S.E.", True, {}),
    ("DISHUB-PARKIR", "Junaidi", False, {}), ("DISHUB-LALIN", "Kms. M. Yusuf", False, {}),
    ("DISHUB-SEK", "Nurlela", True, {}), ("DISHUB-SARANA", "Rts. Aminah", True, {}),
    ("DISHUB-PARKIR", "Edi Susanto", False, {}), ("DISHUB-ANGKUTAN", "M. Ilham", False, {}),
    ("DISHUB-TERMINAL", "Sukarman", False, {}), ("DISHUB-TERMINAL", "Rahmat Hidayat", False, {}),
    ("KEL-TELUK-KENALI", "Abdul Karim, S.E.", False, {}), ("KEL-TELANAIPURA", "Abdurrahman", False, {}),
    ("SEKCAM-TELANAIPURA", "Ade Irma Suryani", True, {}), ("KEL-SIMPANG-IV-SIPIN", "Afrizal", False, {}),
    ("SEKCAM-TELANAIPURA", "Agus Setiawan, S.Kom.", False, {}), ("KEL-PEMATANG-SULUR", "Ahmad Sanusi", False, {}),
    ("KEL-PENYENGAT-RENDAH", "Ahyar", False, {}), ("KEL-TELANAIPURA", "Andi Firmansyah", False, {}),
    ("KEL-BULURAN-KENALI", "Aprilia Susanti", True, {}), ("SEKCAM-TELANAIPURA", "Arief Budiman, S.H.", False, {}),
    ("KEL-SIMPANG-IV-SIPIN", "Asmawati", True, {}), ("KEL-PENYENGAT-RENDAH", "Azhari", False, {}),
    ("KEL-TELANAIPURA", "Bambang Irawan", False, {}), ("KEL-BULURAN-KENALI", "Cik Unah", True, {}),
    ("SEKCAM-TELANAIPURA", "Darmawati, S.Sos.", True, {}), ("KEL-SIMPANG-IV-SIPIN", "Dedi Kurniawan", False, {}),
    ("KEL-PEMATANG-SULUR", "Desi Ratnasari", True, {}),
    ("KEL-PEMATANG-SULUR", "Dewi Kartika, A.Md.", True,
     {"number": "198804122011012004", "position": "Pengadministrasi Umum"}),
    ("KEL-BULURAN-KENALI", "Dian Puspita", True, {}), ("KEL-TELANAIPURA", "Edi Junaidi", False, {}),
    ("SEKCAM-TELANAIPURA", "Efrianti, S.Pd.", True, {}), ("KEL-TELUK-KENALI", "Erlina Sari", True, {}),
]

WOMEN_PER_MILLE = {"teacher": 700, "health": 760, "lead": 380, "staff": 480}
WITHOUT_DEGREE = ("Pramu Kebersihan", "Pramu Kantor", "Pengemudi", "Petugas Keamanan", "Penjaga Sekolah",
                  "Juru Parkir", "Operator Alat Berat")
MEN_ONLY = ("Pemadam Kebakaran", "Petugas Keamanan", "Pengemudi", "Operator Alat Berat", "Penjaga Sekolah",
            "Juru Parkir")
DEGREES = {
    "Perawat": ["A.Md.Kep.", "A.Md.Kep.", "S.Kep."], "Bidan": ["A.Md.Keb.", "A.Md.Keb.", "S.Tr.Keb."],
    "Apoteker": ["S.Farm."], "Asisten Apoteker": ["A.Md.Farm."], "Sanitarian": ["A.Md.KL.", "S.K.M."],
    "Nutrisionis": ["A.Md.Gz.", "S.Gz."], "Radiografer": ["A.Md.Rad."], "Fisioterapis": ["A.Md.Ft."],
    "Perekam Medis": ["A.Md.RMIK."], "Pranata Laboratorium Kesehatan": ["A.Md.AK."],
    "Pranata Komputer": ["S.Kom."], "Auditor": ["S.E., Ak."], "Penyuluh Pertanian": ["S.P."],
}
GENERAL_DEGREES = ["S.E.", "S.Sos.", "S.H.", "S.Kom.", "S.I.P.", "A.Md.", "S.A.P.", "S.T."]
DOCTORS = {"Dokter": "dr. ", "Dokter Spesialis": "dr. ", "Dokter Gigi": "drg. ", "Medik Veteriner": "drh. "}


def is_doctor_in_charge(position):
    return position.startswith(("Kepala Puskesmas", "Direktur RSUD"))


class Numbers:
    """Numbers that are valid and used once."""

    def __init__(self, chance):
        self.chance = chance
        self.taken = {rest["number"] for _, _, _, rest in NAMED if "number" in rest}

    def _unique(self, first15):
        serial = self.chance.weighted([(1, 60), (2, 20), (3, 10), (4, 6), (5, 4)])
        while f"{first15}{serial:03}" in self.taken:
            serial += 1
        self.taken.add(f"{first15}{serial:03}")
        return f"{first15}{serial:03}"

    def birth(self, first, last):
        return f"{self.chance.between(first, last)}{self.chance.between(1, 12):02}{self.chance.between(1, 28):02}"

    def pns(self, is_woman, family, echelon=""):
        oldest = 1962 if family == "teacher" else 1964
        youngest = 1972 if echelon.startswith("II.") else 1983 if family == "lead" else 1995
        birth = self.birth(oldest, youngest)
        year = min(int(birth[:4]) + self.chance.between(20, 33), 2008 if family == "lead" else 2020)
        month = self.chance.weighted([(1, 30), (2, 8), (3, 25), (4, 10), (12, 25), (11, 6), (10, 4), (5, 4)])
        return self._unique(f"{birth}{year}{month:02}{2 if is_woman else 1}")

    def pppk(self, is_woman):
        return self._unique(f"{self.birth(1972, 1990)}202121{2 if is_woman else 1}")


def degree(position, family, chance):
    if position == "Kepala Sekolah":
        return ", " + chance.pick(["S.Pd.", "S.Pd., M.Pd.", "S.Pd., M.Pd."])
    if position == "Guru Agama Islam":
        return ", S.Pd.I."
    if family == "teacher":
        return ", " + chance.weighted([("S.Pd.", 80), ("S.Pd., M.Pd.", 10), ("S.Pd.SD.", 10)])
    if position in DEGREES:
        return ", " + chance.pick(DEGREES[position])
    if is_doctor_in_charge(position):
        return ", M.Kes."
    if position in DOCTORS or position in WITHOUT_DEGREE:
        return ""
    if family == "lead":
        return ", " + chance.pick(["S.E., M.M.", "S.Sos., M.Si.", "S.H., M.H.", "S.STP., M.Si.", "S.E.", "S.T., M.T."])
    return ", " + chance.pick(GENERAL_DEGREES) if chance.happens(420) else ""


def person(agency, post, names, numbers, chance):
    position, echelon, role, family = post
    is_woman = position not in MEN_ONLY and chance.happens(WOMEN_PER_MILLE[family])
    after = "Erlina Sari" if agency["top"] == "KEC-TELANAIPURA" else ""
    name = names.fresh(is_woman, after)
    name = ("dr. " if is_doctor_in_charge(position) else DOCTORS.get(position, "")) + name
    return {"number": numbers.pns(is_woman, family, echelon), "name": name + degree(position, family, chance), "kind": "PNS",
            "agency": agency["code"], "top": agency["top"], "position": position, "echelon": echelon, "roles": role,
            "family": family, "woman": is_woman, "head": False}


def staff_of(agency, names, numbers, chance):
    people = [person(agency, post, names, numbers, chance) for post in posts.of(agency, chance)]
    people[0]["head"] = True
    named = [entry for entry in NAMED if entry[0] == agency["code"]]
    plain = [p for p in people if p["family"] in ("staff", "health") and not p["roles"]][-len(named):] if named else []
    assert len(plain) == len(named), agency["code"]
    for who, (_, name, is_woman, rest) in zip(plain, named):
        who.update(name=name, woman=is_woman, named=True, number=rest.get("number") or numbers.pns(is_woman, "staff"))
        who.update({key: rest[key] for key in ("pin", "position") if key in rest})
        if who["position"] in MEN_ONLY and is_woman:
            who["position"] = "Pengadministrasi Umum"
    return people


def appoint_pppk(people, numbers, chance):
    """Teachers, health workers and agricultural extension officers."""
    fit = {"Penyuluh Pertanian": 12, "Guru": 132, "Perawat": 20, "Bidan": 13}
    for prefix, count in fit.items():
        pool = [p for p in people if p["position"].startswith(prefix) and not p.get("named") and not p["head"]]
        for who in chance.sample(pool, count):
            who.update(kind="PPPK", number=numbers.pppk(who["woman"]))
    assert sum(p["kind"] == "PPPK" for p in people) == PPPK_COUNT


def active_from(who):
    return PPPK_FROM if who["kind"] == "PPPK" else f"{who['number'][8:12]}-{who['number'][12:14]}-01"


def give_pins(people, chance):
    """Numbers as terminals take them: four digits in the order of enrolment."""
    pin = 1001
    for who in people:
        pin += 1 + chance.happens(120)
        who.setdefault("pin", str(pin))


def build(agencies):
    chance = Chance("people")
    names = Names(Chance("names"), [name for _, name, _, _ in NAMED])
    numbers = Numbers(Chance("numbers"))
    top = top_of(agencies)
    people = []
    for agency in agencies:
        agency["top"] = top[agency["code"]]
        people += staff_of(agency, names, numbers, chance)
    appoint_pppk(people, numbers, chance)
    give_pins(people, chance)
    return people
