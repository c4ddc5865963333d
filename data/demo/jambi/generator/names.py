"""names: invented people of the region.

Names are put together from lists of given and family names that are common in
Jambi (Malay, Palembang, Javanese, Minangkabau, Batak, Bugis).  None of them is
taken from a register.  The elements of the names of officials who were in the
news in 2021 are left out of the lists.
"""

MEN = """Ahmad Muhammad Abdul Agus Andi Ari Arief Asep Bambang Bayu Beni Dani Darwin David Dedi Deni Deri Dian Didi
Dodi Doni Edi Eko Endang Erik Erwin Fajar Faisal Fauzan Febri Ferdi Firman Galih Gunawan Hadi Hamdan Hamzah Hari Hasan
Hendra Hendri Herman Heri Husin Ibrahim Idris Ilham Imam Indra Irfan Irwan Ismail Iwan Jamal Joni Julian Kamal Khairul
Kurnia Lukman Mahmud Mansyur Marwan Maryadi Mirza Nanang Nasrul Nazar Novri Nurdin Okta Oki Pandu Rahmat Rafi Rangga
Reza Rian Rico Rifki Rizal Rizki Robi Roni Rudi Rusdi Safri Samsul Satria Sigit Sofyan Sugeng Sukri Suparno Supri
Surya Susilo Syahrul Syaiful Taufik Teguh Toni Tri Usman Wahyu Wawan Wahid Yanto Yoga Yopi Yudi Yusuf Zainal Zaki
Zamri Zulfan""".split()

MEN_LAST = """Abdurrahim Adnan Afandi Akbar Alamsyah Amin Ansori Anwar Apriadi Ardiansyah Arifin Asmara Azhar Azmi
Basri Burhanuddin Chaniago Dalimunthe Darmawan Daulay Effendi Efrizal Fadillah Fadli Fansuri Firdaus Firmansyah
Ginting Hakim Halim Hamid Harahap Haryanto Hasibuan Hasyim Hermansyah Hidayat Hidayatullah Husaini Iskandar Ismanto
Jailani Jamaluddin Junaidi Kadir Kartono Kurniawan Latif Lesmana Lubis Mahendra Manurung Marbun Mardani Maryono Munir
Mustofa Nasution Nugroho Nurhadi Oktavian Pane Pasaribu Permana Prasetyo Pratama Priyanto Purnomo Putra Rahman
Ramadhan Rahmadi Rinaldi Rosadi Rosyid Ruslan Sahputra Saputra Saragih Sarbaini Septian Siregar Situmorang Subagyo
Sudirman Suhardi Sulaiman Supriyadi Suryanto Susanto Syafrizal Syahputra Syahril Syamsuddin Syarifuddin Syukri
Tambunan Tamrin Tanjung Thamrin Utama Wardana Wibowo Wijaya Winarno Yandri Yulianto Yuliansyah Yunus Zaini Zakaria
Zamroni Zulfikar Zulkarnain""".split()

WOMEN = """Ade Aisyah Anita Ani Anisa Aprilia Asih Asmawati Ayu Azizah Betty Citra Cut Dahlia Damayanti Delima Desi
Deswita Devi Dewi Diah Diana Dina Dini Dwi Efrida Eka Eli Elvira Emilia Endah Eni Erlina Ernawati Erni Eva Fatimah
Fatmawati Febriana Fitri Fitria Gusti Habibah Halimah Hartati Hasnah Helmi Herlina Husna Ida Ika Indah Indri Ira Irma
Isma Juliana Juwita Kartika Kasmawati Khadijah Lailatul Latifah Leni Lestari Lia Lili Lina Lisa Mardiana Maria
Marlina Martini Maryam Masitoh Maya Mega Meri Mimi Mirna Murni Nani Neneng Ningsih Nova Novita Nunung Nur Nuraini
Nurbaiti Nurhayati Nurjanah Nurlela Nurmala Oktavia Puji Purnama Putri Rahma Rahmi Ratna Ratih Reni Resti Retno Rina
Rini Rita Riska Rohani Rosmala Rosmiati Rukiah Salmah Santi Sari Sartika Septi Siska Siti Sofia Sri Suci Sulastri
Sumarni Suryani Susi Syarifah Tati Tini Tuti Ulfa Umi Vera Wahyuni Warni Widya Winda Wiwik Yanti Yeni Yulia Yuni Yusni
Zahara Zuraida""".split()

WOMEN_LAST = """Afrianti Agustina Amalia Amelia Andriyani Anggraini Apriyani Aryani Astuti Aulia Azzahra Cahyani
Chairani Damanik Dewanti Efendi Elfira Fadhilah Fauziah Febrianti Fitriani Ginting Handayani Harahap Hartini Hasanah
Hasibuan Hidayah Husnul Indriani Irawati Ismarini Juliani Kadarsih Khairani Khotimah Komala Kurniasih Kurniati
Kusumawati Laila Lestari Lubis Maharani Maisarah Mardhiah Marpaung Maryani Mauliza Melati Meliani Mulyani Munawaroh
Nasution Ningrum Novianti Nurdiana Nuraisyah Nurfadilah Nurkhasanah Octaviani Oktarina Pane Permatasari Pertiwi
Pratiwi Purwanti Puspita Puspitasari Rahayu Rahmadani Rahmawati Ramadhani Ratnawati Risnawati Rizkiah Rohayati
Rosdiana Rosita Rusmiati Safitri Salamah Saputri Sartini Septiani Setiawati Silvia Simamora Siregar Soraya Suharni
Sulistiawati Sundari Supriati Suryana Susanti Susilawati Syafitri Tanjung Triana Utami Verawati Wahyuningsih Wardani
Widiastuti Wijayanti Wulandari Yuliana Yulianti Yulistia Yunita Yusmaini Zahra Zakiah Zulaikha""".split()

# Titles of Malay and Palembang nobility that are part of a name in Jambi.
MEN_TITLES = [("", 700), ("M. ", 170), ("R. ", 30), ("Kms. ", 30), ("Kgs. ", 15), ("H. ", 40), ("Sy. ", 15)]
WOMEN_TITLES = [("", 800), ("Rts. ", 35), ("Nyimas ", 30), ("Hj. ", 75), ("R.A. ", 25), ("Msy. ", 35)]


class Names:
    def __init__(self, chance, taken):
        self.chance = chance
        self.taken = set(taken)

    def _one(self, is_woman):
        pick, weighted = self.chance.pick, self.chance.weighted
        given, family, titles = (WOMEN, WOMEN_LAST, WOMEN_TITLES) if is_woman else (MEN, MEN_LAST, MEN_TITLES)
        words = [pick(given), pick(family)]
        if self.chance.happens(140):
            words.insert(1, pick(given))
        if len(set(words)) < len(words) or words[0][:4] == words[-1][:4]:
            return self._one(is_woman)
        title = weighted(titles)
        if title == "M. " and words[0] in ("Muhammad", "Ahmad", "Abdul"):
            title = ""
        return title + " ".join(words)

    def fresh(self, is_woman, after=""):
        """A name that nobody has yet; it sorts after `after`."""
        while True:
            name = self._one(is_woman)
            if name not in self.taken and name > after:
                self.taken.add(name)
                return name
