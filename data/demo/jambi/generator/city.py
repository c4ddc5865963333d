"""city: the agencies of Kota Jambi in May 2021, their places and strengths.

The structure is that of the city (dinas, badan, 11 kecamatan, 62 kelurahan, 20
puskesmas, schools); strengths are invented so that they add up to 5,789.  The
wall counts as OPD what the sidak calls by itself: everything directly below
the government.  There are 60 of them, because each bagian of the Setda, which
has a head and a list of its own, is called by itself.
"""

from .chance import Chance, apportion

STRENGTH = 5789

# kecamatan: centre, strength of its office with the camat, kelurahan.
KECAMATAN = [
    ("Telanaipura", -1.6035, 103.5770, 71,
     ["Telanaipura", "Simpang IV Sipin", "Buluran Kenali", "Teluk Kenali", "Penyengat Rendah", "Pematang Sulur"]),
    ("Danau Sipin", -1.6020, 103.5930, 17, ["Sungai Putri", "Legok", "Murni", "Selamat", "Solok Sipin"]),
    ("Jambi Selatan", -1.6330, 103.6230, 17,
     ["Pakuan Baru", "Tambak Sari", "Wijaya Pura", "The Hok", "Pasir Putih"]),
    ("Paal Merah", -1.6480, 103.6400, 17,
     ["Paal Merah", "Lingkar Selatan", "Talang Bakung", "Eka Jaya", "Payo Selincah"]),
    ("Jambi Timur", -1.5960, 103.6380, 18,
     ["Budiman", "Kasang", "Kasang Jaya", "Rajawali", "Sejinjang", "Sulanjana", "Talang Banjar",
      "Tanjung Pinang", "Tanjung Sari"]),
    ("Jelutung", -1.6150, 103.6130, 66,
     ["Cempaka Putih", "Handil Jaya", "Jelutung", "Kebun Handil", "Lebak Bandung", "Payo Lebar", "Talang Jauh"]),
    ("Kota Baru", -1.6390, 103.5890, 17,
     ["Kenali Asam Atas", "Kenali Asam Bawah", "Paal Lima", "Simpang III Sipin", "Suka Karya"]),
    ("Alam Barajo", -1.6190, 103.5540, 17, ["Bagan Pete", "Beliung", "Kenali Besar", "Mayang Mangurai", "Rawasari"]),
    ("Pasar Jambi", -1.5910, 103.6120, 16, ["Beringin", "Orang Kayo Hitam", "Pasar Jambi", "Sungai Asam"]),
    ("Pelayangan", -1.5800, 103.6180, 15,
     ["Arab Melayu", "Jelmu", "Mudung Laut", "Tahtul Yaman", "Tanjung Johor", "Tengah"]),
    ("Danau Teluk", -1.5770, 103.5980, 15,
     ["Olak Kemang", "Pasir Panjang", "Tanjung Pasir", "Tanjung Raden", "Ulu Gedong"]),
]

# puskesmas: the kecamatan it lies in.
PUSKESMAS = [
    ("Putri Ayu", "Danau Sipin"), ("Aur Duri", "Telanaipura"), ("Simpang IV Sipin", "Telanaipura"),
    ("Tanjung Pinang", "Jambi Timur"), ("Talang Banjar", "Jambi Timur"), ("Payo Selincah", "Paal Merah"),
    ("Pakuan Baru", "Jambi Selatan"), ("Talang Bakung", "Paal Merah"), ("Kebun Kopi", "Jambi Selatan"),
    ("Paal Merah I", "Paal Merah"), ("Paal Merah II", "Paal Merah"), ("Olak Kemang", "Danau Teluk"),
    ("Tahtul Yaman", "Pelayangan"), ("Koni", "Pasar Jambi"), ("Paal V", "Kota Baru"), ("Paal X", "Kota Baru"),
    ("Kenali Besar", "Alam Barajo"), ("Rawasari", "Alam Barajo"), ("Simpang Kawat", "Jelutung"),
    ("Kebun Handil", "Jelutung"),
]

# code, name, short ("" = the name), kind, strength of its own people, where.
OPD = [
    ("SETDA", "Sekretariat Daerah", "Setda", "Setda", 70, "Kota Baru"),
    ("BAG-PEM", "Bagian Pemerintahan Setda", "Bag. Pemerintahan", "Bagian", 12, "Kota Baru"),
    ("BAG-KESRA", "Bagian Kesejahteraan Rakyat Setda", "Bag. Kesra", "Bagian", 13, "Kota Baru"),
    ("BAG-HUKUM", "Bagian Hukum Setda", "Bag. Hukum", "Bagian", 13, "Kota Baru"),
    ("BAG-KERJASAMA", "Bagian Kerja Sama Setda", "Bag. Kerja Sama", "Bagian", 7, "Kota Baru"),
    ("BAG-PERTANAHAN", "Bagian Pertanahan Setda", "Bag. Pertanahan", "Bagian", 7, "Kota Baru"),
    ("BAG-EKONOMI", "Bagian Perekonomian Setda", "Bag. Perekonomian", "Bagian", 10, "Kota Baru"),
    ("BAG-SDA", "Bagian Sumber Daya Alam Setda", "Bag. SDA", "Bagian", 7, "Kota Baru"),
    ("BAG-PEMBANGUNAN", "Bagian Administrasi Pembangunan Setda", "Bag. Pembangunan", "Bagian", 11, "Kota Baru"),
    ("BAG-PBJ", "Bagian Pengadaan Barang dan Jasa Setda", "Bag. PBJ", "Bagian", 16, "Kota Baru"),
    ("BAG-UMUM", "Bagian Umum Setda", "Bag. Umum", "Bagian", 38, "Kota Baru"),
    ("BAG-ORGANISASI", "Bagian Organisasi Setda", "Bag. Organisasi", "Bagian", 12, "Kota Baru"),
    ("BAG-PROKOPIM", "Bagian Protokol dan Komunikasi Pimpinan Setda", "Bag. Prokopim", "Bagian", 18, "Kota Baru"),
    ("BAG-RENKEU", "Bagian Perencanaan dan Keuangan Setda", "Bag. Renkeu", "Bagian", 14, "Kota Baru"),
    ("SETWAN", "Sekretariat DPRD", "", "Setwan", 38, "Kota Baru"),
    ("INSPEKTORAT", "Inspektorat", "", "Inspektorat", 40, "Kota Baru"),
    ("DISDIK", "Dinas Pendidikan", "", "Dinas", 262, "Kota Baru"),
    ("DINKES", "Dinas Kesehatan", "", "Dinas", 63, "Kota Baru"),
    ("DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas PUPR", "Dinas", 197, "Jambi Selatan"),
    ("DPERKIM", "Dinas Perumahan Rakyat dan Kawasan Permukiman", "Dinas Perkim", "Dinas", 48, "Kota Baru"),
    ("DAMKAR", "Dinas Pemadam Kebakaran dan Penyelamatan", "Dinas Damkar", "Dinas", 50, "Jelutung"),
    ("DINSOS", "Dinas Sosial", "", "Dinas", 34, "Telanaipura"),
    ("DISNAKER", "Dinas Tenaga Kerja", "", "Dinas", 26, "Kota Baru"),
    ("DISKOP", "Dinas Koperasi dan UKM", "", "Dinas", 20, "Kota Baru"),
    ("DPMPPA", "Dinas Pemberdayaan Masyarakat, Perempuan dan Perlindungan Anak", "DPMPPA", "Dinas", 36, "Kota Baru"),
    ("DPPKB", "Dinas Pengendalian Penduduk dan Keluarga Berencana", "DPPKB", "Dinas", 36, "Telanaipura"),
    ("DPKP", "Dinas Pertanian dan Ketahanan Pangan", "", "Dinas", 50, "Paal Merah"),
    ("DLH", "Dinas Lingkungan Hidup", "", "Dinas", 54, "Kota Baru"),
    ("DUKCAPIL", "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Dukcapil", "Dinas", 42, "Kota Baru"),
    ("DISHUB", "Dinas Perhubungan", "", "Dinas", 3, "Jambi Selatan"),
    ("DISKOMINFO", "Dinas Komunikasi dan Informatika", "Diskominfo", "Dinas", 40, "Kota Baru"),
    ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "Dinas", 36, "Kota Baru"),
    ("DISPORA", "Dinas Kepemudaan dan Olahraga", "Dispora", "Dinas", 24, "Kota Baru"),
    ("DISPAR", "Dinas Pariwisata", "", "Dinas", 22, "Telanaipura"),
    ("DISBUD", "Dinas Kebudayaan", "", "Dinas", 16, "Telanaipura"),
    ("DPA", "Dinas Perpustakaan dan Arsip", "", "Dinas", 30, "Kota Baru"),
    ("DISDAG", "Dinas Perdagangan", "", "Dinas", 38, "Pasar Jambi"),
    ("DISPERIN", "Dinas Perindustrian", "", "Dinas", 20, "Pasar Jambi"),
    ("SATPOLPP", "Satuan Polisi Pamong Praja", "Satpol PP", "Satpol PP", 60, "Kota Baru"),
    ("BAPPEDA", "Badan Perencanaan Pembangunan Daerah", "Bappeda", "Badan", 42, "Kota Baru"),
    ("BPKAD", "Badan Pengelola Keuangan dan Aset Daerah", "BPKAD", "Badan", 48, "Kota Baru"),
    ("BPPRD", "Badan Pengelola Pajak dan Retribusi Daerah", "BPPRD", "Badan", 50, "Jelutung"),
    ("BKPSDMD", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah", "BKPSDMD", "Badan", 38, "Kota Baru"),
    ("BPBD", "Badan Penanggulangan Bencana Daerah", "BPBD", "Badan", 26, "Alam Barajo"),
    ("KESBANGPOL", "Badan Kesatuan Bangsa dan Politik", "Kesbangpol", "Badan", 22, "Kota Baru"),
    ("BALITBANGDA", "Badan Penelitian dan Pengembangan Daerah", "Balitbangda", "Badan", 18, "Kota Baru"),
    ("KORPRI", "Sekretariat Dewan Pengurus Korpri", "Sekretariat Korpri", "Kantor", 9, "Kota Baru"),
    ("RSUD-HAM", "RSUD H. Abdul Manap", "", "RSUD", 486, "Alam Barajo"),
    ("RSUD-AS", "RSUD H. Abdurrahman Sayoeti", "", "RSUD", 27, "Danau Teluk"),
]

# Units of Dinas Perhubungan: its head calls them by name in the sidak.
DISHUB_UNITS = [
    ("DISHUB-SEK", "Sekretariat Dinas Perhubungan", "Sekretariat", "Bidang", 34),
    ("DISHUB-LALIN", "Bidang Lalu Lintas", "", "Bidang", 42),
    ("DISHUB-ANGKUTAN", "Bidang Angkutan", "", "Bidang", 28),
    ("DISHUB-SARANA", "Bidang Sarana", "", "Bidang", 24),
    ("DISHUB-UJI", "UPTD Pengujian Kendaraan", "", "UPTD", 22),
    ("DISHUB-PARKIR", "UPTD Parkir", "", "UPTD", 25),
    ("DISHUB-TERMINAL", "UPTD Terminal", "", "UPTD", 20),
]

SMP_COUNT, SD_COUNT = 25, 197
DISDIK_STRENGTH = 2148
DINKES_STRENGTH = 580
TELANAIPURA_STRENGTH = 210
# Strengths that the pages of the design name or imply.
KELURAHAN_STRENGTH = {"Buluran Kenali": 22, "Legok": 14, "Eka Jaya": 26}
PUTRI_AYU_STRENGTH = 61


def code_of(prefix, name):
    return prefix + "-" + name.upper().replace(" ", "-")


class Builder:
    def __init__(self):
        self.chance = Chance("city")
        self.agencies = []
        self.centre = {name: (lat, lon) for name, lat, lon, _, _ in KECAMATAN}

    def place(self, where, spread):
        """A point near the centre of a kecamatan; spread in 1/10000 degree."""
        lat, lon = self.centre[where]
        return (lat + self.chance.between(-spread, spread) / 10000,
                lon + self.chance.between(-spread, spread) / 10000)

    def add(self, code, parent, name, short, kind, strength, at):
        self.agencies.append({
            "code": code, "parent": parent, "name": name, "short": short, "kind": kind,
            "zone": "WIB", "pattern": "", "strength": strength,
            "latitude": f"{at[0]:.5f}", "longitude": f"{at[1]:.5f}"})

    def opd(self):
        town_hall = self.place("Kota Baru", 8)
        for code, name, short, kind, strength, where in OPD:
            at = town_hall if code == "SETDA" or kind == "Bagian" else self.place(where, 60)
            self.add(code, "", name, short, kind, strength, at)
            if code == "DISHUB":
                for unit in DISHUB_UNITS:
                    self.add(unit[0], code, *unit[1:], self.place(where, 60) if unit[3] == "UPTD" else at)
            if code == "DISDIK":
                self.schools()
            if code == "DINKES":
                self.puskesmas()

    def schools(self):
        smp = apportion([self.chance.between(16, 30) for _ in range(SMP_COUNT)], 550, 12)
        rest = DISDIK_STRENGTH - 262 - 550
        sd = apportion([self.chance.between(5, 12) for _ in range(SD_COUNT)], rest, 4)
        where = [name for name, _, _, _, kelurahan in KECAMATAN for _ in kelurahan]
        for number, strength in enumerate(smp, 1):
            self.add(f"SMPN-{number:02}", "DISDIK", f"SMP Negeri {number}", f"SMPN {number}", "SMP", strength,
                     self.place(self.chance.pick(where), 120))
        for number, strength in enumerate(sd, 1):
            self.add(f"SDN-{number:03}", "DISDIK", f"SD Negeri {number}/IV", f"SDN {number}/IV", "SD", strength,
                     self.place(self.chance.pick(where), 120))

    def puskesmas(self):
        rest = DINKES_STRENGTH - 63 - PUTRI_AYU_STRENGTH
        strengths = apportion([self.chance.between(18, 32) for _ in PUSKESMAS[1:]], rest, 12)
        for (name, where), strength in zip(PUSKESMAS, [PUTRI_AYU_STRENGTH] + strengths):
            self.add(code_of("PKM", name), "DINKES", f"Puskesmas {name}", "", "Puskesmas", strength,
                     self.place(where, 70))

    def kelurahan_strengths(self, rest):
        """Strengths by name: fixed ones, those of Telanaipura, and the others by lot."""
        strengths = dict(KELURAHAN_STRENGTH)
        own = [name for name in KECAMATAN[0][4] if name not in strengths]
        share = TELANAIPURA_STRENGTH - KECAMATAN[0][3] - strengths["Buluran Kenali"]
        strengths.update(zip(own, apportion([self.chance.between(20, 27) for _ in own], share)))
        others = [name for kecamatan in KECAMATAN[1:] for name in kecamatan[4] if name not in strengths]
        share = rest - TELANAIPURA_STRENGTH - sum(office for _, _, _, office, _ in KECAMATAN[1:]) \
            - strengths["Legok"] - strengths["Eka Jaya"]
        strengths.update(zip(others, apportion([self.chance.between(6, 11) for _ in others], share, 5)))
        return strengths

    def kecamatan(self):
        strengths = self.kelurahan_strengths(STRENGTH - sum(a["strength"] for a in self.agencies))
        for name, _, _, office, kelurahan in KECAMATAN:
            code = code_of("KEC", name)
            at = self.place(name, 30)
            self.add(code, "", f"Kecamatan {name}", "", "Kecamatan", 1, at)
            self.add(code_of("SEKCAM", name), code, f"Sekretariat Kecamatan {name}", "Sekretariat Kecamatan",
                     "Kantor", office - 1, at)
            for village in kelurahan:
                self.add(code_of("KEL", village), code, f"Kelurahan {village}", "", "Kelurahan", strengths[village],
                         self.place(name, 110))


def build():
    builder = Builder()
    builder.opd()
    builder.kecamatan()
    assert sum(a["strength"] for a in builder.agencies) == STRENGTH
    assert sum(a["parent"] == "" for a in builder.agencies) == 60
    return builder.agencies


def top_of(agencies):
    """Code of an agency -> code of the OPD it lies below."""
    parent = {a["code"]: a["parent"] for a in agencies}
    top = {}
    for code in parent:
        at = code
        while parent[at]:
            at = parent[at]
        top[code] = at
    return top
