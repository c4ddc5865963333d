"""posts: which positions an agency has.

A post is (position, echelon, role, family).  The echelons follow PP 18/2016 and
PP 72/2019; the family decides degrees, sex and age.
"""

GENERAL = [("Pengadministrasi Umum", 20), ("Pengadministrasi Kepegawaian", 6), ("Pengelola Keuangan", 10),
           ("Analis Perencanaan", 6), ("Pengelola Barang Milik Daerah", 6), ("Verifikator Keuangan", 5),
           ("Pengadministrasi Persuratan", 6), ("Pengelola Data", 8), ("Penyusun Program", 6),
           ("Analis Kebijakan", 5), ("Pranata Kearsipan", 4), ("Pengemudi", 4), ("Pramu Kebersihan", 3)]

SPECIAL = {
    "SETDA": [("Ajudan", 6), ("Pramu Kantor", 14), ("Pengemudi", 14), ("Petugas Keamanan", 14)],
    "SETWAN": [("Perisalah Legislatif", 18), ("Pengelola Persidangan", 18)],
    "INSPEKTORAT": [("Auditor", 40), ("Pengawas Pemerintahan (P2UPD)", 40)],
    "DISDIK": [("Pengawas Sekolah", 60), ("Penilik", 40), ("Pamong Belajar", 25)],
    "DINKES": [("Epidemiolog Kesehatan", 20), ("Penyuluh Kesehatan Masyarakat", 20), ("Sanitarian", 15)],
    "DPUPR": [("Teknik Jalan dan Jembatan", 40), ("Teknik Pengairan", 35), ("Operator Alat Berat", 30),
              ("Pengawas Bangunan", 25)],
    "DPERKIM": [("Teknik Tata Bangunan", 40), ("Pengelola Pertamanan", 30)],
    "DAMKAR": [("Pemadam Kebakaran", 220)], "DINSOS": [("Pekerja Sosial", 40)],
    "DISNAKER": [("Pengantar Kerja", 30), ("Mediator Hubungan Industrial", 15)],
    "DPMPPA": [("Pendamping Perempuan dan Anak", 30)], "DPPKB": [("Penyuluh Keluarga Berencana", 90)],
    "DPKP": [("Penyuluh Pertanian", 70), ("Medik Veteriner", 10), ("Paramedik Veteriner", 12)],
    "DLH": [("Pengawas Lingkungan Hidup", 30), ("Pengelola Persampahan", 50)],
    "DUKCAPIL": [("Operator SIAK", 60), ("Administrator Database", 15)],
    "DISKOMINFO": [("Pranata Komputer", 50), ("Pranata Humas", 25), ("Sandiman", 8)],
    "DPA": [("Pustakawan", 35), ("Arsiparis", 30)], "DISDAG": [("Penera", 15), ("Petugas Pasar", 50)],
    "SATPOLPP": [("Polisi Pamong Praja", 260)], "BPPRD": [("Juru Pungut Pajak", 50), ("Penilai PBB", 15)],
    "BAPPEDA": [("Perencana", 60)], "BPBD": [("Petugas Penanggulangan Bencana", 60)],
    "BALITBANGDA": [("Peneliti", 60)], "BPKAD": [("Analis Keuangan Daerah", 50)],
    "BKPSDMD": [("Analis Kepegawaian", 60)], "DISPORA": [("Pelatih Olahraga", 25)],
    "DISHUB-LALIN": [("Pengatur Lalu Lintas", 160)], "DISHUB-UJI": [("Penguji Kendaraan Bermotor", 160)],
    "DISHUB-PARKIR": [("Juru Parkir", 160)], "DISHUB-TERMINAL": [("Petugas Terminal", 160)],
}

HOSPITAL = [("Perawat", 46), ("Bidan", 12), ("Dokter", 8), ("Dokter Spesialis", 6), ("Apoteker", 2),
            ("Asisten Apoteker", 5), ("Pranata Laboratorium Kesehatan", 5), ("Radiografer", 3), ("Nutrisionis", 3),
            ("Fisioterapis", 2), ("Perekam Medis", 4), ("Sanitarian", 1), ("Pengadministrasi Umum", 7),
            ("Pengelola Keuangan", 3)]
CLINIC = [("Perawat", 34), ("Bidan", 30), ("Dokter", 7), ("Dokter Gigi", 4), ("Asisten Apoteker", 6),
          ("Pranata Laboratorium Kesehatan", 5), ("Nutrisionis", 5), ("Sanitarian", 5), ("Perekam Medis", 4),
          ("Penyuluh Kesehatan Masyarakat", 4), ("Pengadministrasi Umum", 4)]
SUBJECTS = ["Matematika", "Bahasa Indonesia", "Bahasa Inggris", "IPA", "IPS", "PPKn", "PJOK", "Seni Budaya",
            "Agama Islam", "Bimbingan Konseling", "Prakarya"]
HEADS_OF = {"SETDA": "", "INSPEKTORAT": "Inspektur", "SATPOLPP": "Kepala Satuan Polisi Pamong Praja",
            "SETWAN": "Sekretaris DPRD", "KORPRI": "Sekretaris Dewan Pengurus Korpri"}
SECTIONS = ["Bidang I", "Bidang II", "Bidang III", "Bidang IV"]
TASKS = ["Program", "Pelaksanaan", "Pengendalian"]


def staff(position, role=""):
    return (position, "", role, "staff")


def lead(position, echelon):
    return (position, echelon, "", "lead")


def setda(agency, count):
    heads = [lead("Sekretaris Daerah", "II.a"), lead("Asisten Pemerintahan dan Kesejahteraan Rakyat", "II.b"),
             lead("Asisten Perekonomian dan Pembangunan", "II.b"), lead("Asisten Administrasi Umum", "II.b"),
             lead("Staf Ahli Bidang Hukum dan Politik", "II.b"),
             lead("Staf Ahli Bidang Ekonomi dan Keuangan", "II.b"),
             lead("Staf Ahli Bidang Kemasyarakatan dan SDM", "II.b")]
    return heads + [staff("Pengelola Keuangan", "bendahara")]


def bagian(agency, count):
    name = agency["name"].removesuffix(" Setda")
    parts = min(3, max(1, count // 5))
    return [lead(f"Kepala {name}", "III.a")] + [lead(f"Kepala Subbagian {task}", "IV.a")
                                               for task in TASKS[:parts]] \
        + [staff("Pengelola Keuangan", "bendahara")]


def office(agency, count):
    """A dinas, badan or another OPD with a secretariat and fields."""
    title = HEADS_OF.get(agency["code"], f"Kepala {agency['short'] or agency['name']}")
    fields = min(4, max(2, count // 14))
    posts = [lead(title, "II.b"), lead("Sekretaris", "III.a")]
    posts += [lead(f"Kepala {SECTIONS[i]}", "III.b") for i in range(fields)]
    posts += [lead("Kepala Subbagian Umum dan Kepegawaian", "IV.a"),
              lead("Kepala Subbagian Keuangan dan Aset", "IV.a")]
    if count >= 20:
        posts += [lead(f"Kepala Seksi {task} {SECTIONS[i]}", "IV.a")
                  for i in range(fields) for task in TASKS[:2]]
    return posts + [staff("Pengelola Keuangan", "bendahara")]


def small_office(agency, count):
    return [lead(HEADS_OF[agency["code"]], "III.a"), lead("Kepala Subbagian Umum", "IV.a"),
            staff("Pengelola Keuangan", "bendahara")]


def transport_head(agency, count):
    return [lead("Kepala Dinas Perhubungan", "II.b"), staff("Pengadministrasi Umum"), staff("Pengemudi")]


def transport_office(agency, count):
    return [lead("Sekretaris Dinas Perhubungan", "III.a"), lead("Kepala Subbagian Umum dan Kepegawaian", "IV.a"),
            lead("Kepala Subbagian Keuangan dan Aset", "IV.a"), staff("Pengelola Keuangan", "bendahara")]


def field(agency, count):
    return [lead(f"Kepala {agency['name']}", "III.b")] + [lead(f"Kepala Seksi {task}", "IV.a")
                                                              for task in TASKS]


def unit(agency, count):
    return [lead(f"Kepala {agency['name']}", "IV.a"), lead("Kepala Subbagian Tata Usaha", "IV.b")]


def hospital(agency, count):
    return [lead(f"Direktur {agency['name']}", "III.a"), lead("Kepala Bagian Tata Usaha", "III.b"),
            lead("Kepala Bidang Pelayanan Medis", "III.b"), lead("Kepala Bidang Keperawatan", "III.b"),
            lead("Kepala Subbagian Umum", "IV.a"), lead("Kepala Seksi Penunjang Medis", "IV.a"),
            staff("Pengelola Keuangan", "bendahara")]


def clinic(agency, count):
    return [lead(f"Kepala {agency['name']}", ""), lead("Kepala Subbagian Tata Usaha", "IV.b"),
            staff("Pengelola Keuangan", "bendahara")]


def school(agency, count):
    return [("Kepala Sekolah", "", "", "teacher")] + ([staff("Pengelola Keuangan", "bendahara")] if count > 12 else [])


def camat(agency, count):
    return [lead(f"Camat {agency['name'].removeprefix('Kecamatan ')}", "III.a")]


def camat_office(agency, count):
    return [lead("Sekretaris Camat", "III.b"), lead("Kepala Seksi Pemerintahan", "IV.a"),
            lead("Kepala Seksi Ketenteraman dan Ketertiban", "IV.a"), lead("Kepala Seksi Pemberdayaan", "IV.a"),
            lead("Kepala Subbagian Umum dan Kepegawaian", "IV.b"), lead("Kepala Subbagian Keuangan", "IV.b"),
            staff("Pengelola Keuangan", "bendahara")]


def village(agency, count):
    return [lead(f"Lurah {agency['name'].removeprefix('Kelurahan ')}", "IV.a"), lead("Sekretaris Lurah", "IV.b"),
            lead("Kepala Seksi Pemerintahan", "IV.b"), lead("Kepala Seksi Pelayanan Umum", "IV.b")] \
        + ([staff("Pengelola Keuangan", "bendahara")] if count > 5 else [])


BY_KIND = {"Bagian": bagian, "Dinas": office, "Badan": office, "Satpol PP": office, "Inspektorat": office,
           "Bidang": field, "UPTD": unit, "RSUD": hospital, "Puskesmas": clinic, "SD": school, "SMP": school,
           "Kecamatan": camat, "Kelurahan": village}
BY_CODE = {"SETDA": setda, "SETWAN": office, "KORPRI": small_office, "DISHUB": transport_head,
           "DISHUB-SEK": transport_office}


def of(agency, chance):
    """The posts of an agency, as many as its strength, the head first."""
    count = agency["strength"]
    code, kind = agency["code"], agency["kind"]
    make = BY_CODE.get(code) or BY_KIND.get(kind) or camat_office
    posts = make(agency, count)
    assert len(posts) <= count, (code, count)
    while len(posts) < count:
        posts.append(rank_and_file(code, kind, chance))
    return posts


def rank_and_file(code, kind, chance):
    if kind in ("RSUD", "Puskesmas"):
        position = chance.weighted(HOSPITAL if kind == "RSUD" else CLINIC)
        return (position, "", "", "health")
    if code.startswith("SDN"):
        position = chance.weighted([("Guru Kelas", 74), ("Guru PJOK", 11), ("Guru Agama Islam", 12),
                                    ("Penjaga Sekolah", 3)])
    elif code.startswith("SMPN"):
        position = "Guru " + chance.pick(SUBJECTS) if chance.happens(900) else "Pengadministrasi Umum"
    else:
        return staff(chance.weighted(GENERAL + SPECIAL.get(code, [])))
    return (position, "", "", "teacher" if position.startswith("Guru") else "staff")
