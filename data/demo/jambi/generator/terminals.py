"""terminals: 413 terminals, each where its people are.

Serial numbers, names, firmware and clock errors that the page of terminals
shows are fixed; the other numbers fill the gaps in the order of the agencies.
A clock error is what the terminal shows minus the true time, in seconds.
"""

from .chance import Chance

COUNT = 413
PUTRI_AYU = "CJX7204800118"
LEGOK = "CJX7204800207"
JELUTUNG = "AEYU193360042"
GATE_B = "CJX7204800031"
OFFLINE = ("2021-05-17 07:12:40", "2021-05-17 07:58:00")

# agency, name -> serial, clock error
FIXED = {
    ("SETDA", "Sekretariat Daerah, lantai 1"): ("CJX7204800001", "0.0"),
    ("RSUD-HAM", "RSUD H. Abdul Manap, IGD"): ("CJX7204800009", "-0.3"),
    ("RSUD-HAM", "RSUD H. Abdul Manap, poli"): ("CJX7204800010", "0.1"),
    ("DISDIK", "Dinas Pendidikan, gerbang A"): ("CJX7204800030", "0.3"),
    ("DISDIK", "Dinas Pendidikan, gerbang B"): (GATE_B, "38.0"),
    ("PKM-PUTRI-AYU", "Puskesmas Putri Ayu"): (PUTRI_AYU, "0.0"),
    ("KEL-BULURAN-KENALI", "Kantor Lurah Buluran Kenali"): ("CJX7204800164", "0.2"),
    ("KEL-LEGOK", "Kantor Lurah Legok"): (LEGOK, "0.4"),
    ("SEKCAM-JELUTUNG", "Kantor Camat Jelutung, lobi"): (JELUTUNG, "-94.0"),
    ("KEL-EKA-JAYA", "Kantor Lurah Bakung Jaya"): ("AEYU193360077", "1.2"),
}

# Offices with more than one terminal, or with names of their own.
NAMES = {
    "SETDA": ["Sekretariat Daerah, lantai 1", "Sekretariat Daerah, lantai 2", "Sekretariat Daerah, pintu belakang"],
    "DISDIK": ["Dinas Pendidikan, gerbang A", "Dinas Pendidikan, gerbang B"],
    "DINKES": ["Dinas Kesehatan, lobi", "Dinas Kesehatan, gudang farmasi"],
    "RSUD-HAM": ["RSUD H. Abdul Manap, " + part
                 for part in ("IGD", "poli", "rawat inap", "kantor", "farmasi", "laboratorium")],
    "DPUPR": ["Dinas PUPR, lobi", "Dinas PUPR, gerbang belakang", "Dinas PUPR, bengkel", "Dinas PUPR, workshop"],
    "DISHUB": ["Dinas Perhubungan, lobi"], "DISHUB-SEK": ["Dinas Perhubungan, lantai 1"],
    "DISHUB-LALIN": ["Dinas Perhubungan, lantai 2"], "DISHUB-ANGKUTAN": ["Dinas Perhubungan, lantai 2 timur"],
    "DISHUB-SARANA": ["Dinas Perhubungan, gudang"], "DISHUB-UJI": ["Balai Pengujian Kendaraan"],
    "DISHUB-PARKIR": ["Kantor UPTD Parkir"], "DISHUB-TERMINAL": ["Terminal Alam Barajo"],
    "KEL-EKA-JAYA": ["Kantor Lurah Eka Jaya", "Kantor Lurah Bakung Jaya"],
    "DAMKAR": ["Dinas Damkar, markas", "Dinas Damkar, pos Telanaipura", "Dinas Damkar, pos Kota Baru",
               "Dinas Damkar, pos Jambi Timur"],
    "SATPOLPP": ["Satpol PP, markas", "Satpol PP, pos Kantor Wali Kota", "Satpol PP, pos Pasar"],
    "DLH": ["Dinas Lingkungan Hidup", "Dinas Lingkungan Hidup, laboratorium", "TPA Talang Gulo"],
    "DPKP": ["Dinas Pertanian dan KP", "BPP Paal Merah", "BPP Pelayangan"],
    "DISDAG": ["Dinas Perdagangan", "Pasar Angso Duo", "Pasar Talang Banjar"],
    "PKM-SIMPANG-IV-SIPIN": ["Puskesmas Simpang IV Sipin", "Puskesmas Simpang IV Sipin, rawat inap"],
    "PKM-TALANG-BANJAR": ["Puskesmas Talang Banjar", "Puskesmas Talang Banjar, rawat inap"],
    "PKM-PAKUAN-BARU": ["Puskesmas Pakuan Baru", "Puskesmas Pakuan Baru, rawat inap"],
}
SECOND = ["BPPRD", "BPKAD", "DUKCAPIL", "INSPEKTORAT", "SETWAN", "BAPPEDA", "DISKOMINFO", "BKPSDMD", "DPPKB",
          "DPERKIM", "DPMPTSP", "DINSOS", "DPMPPA", "DPA", "BPBD"]

PENDING_HEAD = "serial,first_seen_at,address,model,firmware,methods,suggested_agency"
PENDING = [("CJX7204800419", "2021-05-17 06:58:21", "10.20.14.37", "HADIR-IRIS", "8.0.7", "iris", "PKM-SIMPANG-KAWAT"),
           ("0361442100087", "2021-05-15 10:03:12", "36.68.221.9", "", "", "", "")]


def names_of(agency):
    code, kind, name = agency["code"], agency["kind"], agency["name"]
    if code in NAMES:
        return NAMES[code]
    if kind == "Kecamatan":
        return []
    if code.startswith("SEKCAM"):
        return [name.replace("Sekretariat Kecamatan", "Kantor Camat") + ", lobi"]
    if kind == "Kelurahan":
        return [name.replace("Kelurahan", "Kantor Lurah")]
    name = agency["short"] or name
    return [f"{name}, lobi", f"{name}, lantai 2"] if code in SECOND else [name]


def is_fingerprint(agency, name, chance):
    """A part of the small offices still has fingerprint clocks."""
    if (agency["code"], name) in FIXED:
        return FIXED[agency["code"], name][0].startswith("AEYU")
    return agency["kind"] in ("SD", "SMP", "Kelurahan", "UPTD") and chance.happens(360)


def serials(prefix, width, taken, count, last, chance):
    """`count` free numbers up to `last`, ascending."""
    free = [n for n in range(1, last + 1) if f"{prefix}{n:0{width}}" not in taken]
    return [f"{prefix}{n:0{width}}" for n in sorted(chance.sample(free, count))]


def build(agencies):
    chance = Chance("terminals")
    places = [(agency, name) for agency in agencies for name in names_of(agency)]
    assert len(places) == COUNT, len(places)
    finger = [is_fingerprint(agency, name, chance) for agency, name in places]
    free = [f for (agency, name), f in zip(places, finger) if (agency["code"], name) not in FIXED]
    taken = {serial for serial, _ in FIXED.values()}
    new = {True: iter(serials("AEYU19336", 4, taken, sum(free), 180, chance)),
           False: iter(serials("CJX72048", 5, taken, len(free) - sum(free), 418, chance))}
    return [describe(i, agency, name, is_finger, new, chance)
            for i, ((agency, name), is_finger) in enumerate(zip(places, finger))]


def describe(index, agency, name, is_finger, new, chance):
    serial, error = FIXED.get((agency["code"], name)) or (next(new[is_finger]), f"{chance.between(-19, 19) / 10:.1f}")
    is_lobby = serial == "CJX7204800001"
    offline = OFFLINE if serial == PUTRI_AYU else ("", "")
    return {"serial": serial, "agency": agency["code"], "name": name,
            "model": "HADIR-FINGER" if is_finger else "HADIR-IRIS",
            "firmware": "6.60" if is_finger else "8.0.7" if is_lobby else "8.0.4",
            "methods": "finger" if is_finger else "iris;face" if is_lobby else "iris",
            "address": f"10.20.{index // 30 + 1}.{index % 30 * 8 + 5}", "clock_error_seconds": error,
            "offline_from": offline[0], "offline_to": offline[1]}
