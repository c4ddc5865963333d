// Texts of the minutes and other papers of an inspection. Same form as in messages.ts.

export const papers = {
  'papers.title': ['Berita acara', 'Minutes'],
  'papers.none': [
    'Belum diterbitkan. Berita acara disusun dari catatan sidak, disegel, dan mendapat kode yang dapat diperiksa siapa pun.',
    'Not issued yet. The minutes are composed from what was recorded, sealed, and get a code that anybody can check.',
  ],
  'papers.outdated': [
    'Setelah berita acara ini terbit ada catatan baru yang belum termuat. Versi baru menggantikan yang ini; kodenya tetap dapat diperiksa.',
    'Something was recorded after these minutes were issued that they do not have. A new version supersedes them; their code can still be checked.',
  ],
  'papers.issue': ['Terbitkan berita acara', 'Issue the minutes'],
  'papers.issue_new': ['Terbitkan versi baru', 'Issue a new version'],
  'papers.issuing': ['Sedang disusun dan disegel …', 'Being composed and sealed …'],
  'papers.issued': ['Berita acara sudah terbit.', 'The minutes are issued.'],
  'papers.number': ['Nomor surat', 'Number of the paper'],
  'papers.number_help': [
    'Dari tata naskah, misalnya 800/231/BKPSDMD/2021. Boleh kosong.',
    'As filed, such as 800/231/BKPSDMD/2021. May be left empty.',
  ],
  'papers.number_keeps': ['Kosongkan bila nomornya tetap.', 'Leave it empty to keep the number.'],
  'papers.download': ['Unduh PDF', 'Download the PDF'],
  'papers.download_of': ['Unduh PDF dokumen {code}', 'Download the PDF of document {code}'],
  'papers.verify': ['Halaman verifikasi', 'Verification page'],
  'papers.code': ['Kode', 'Code'],
  'papers.signer': ['Penanda tangan', 'Signed by'],
  'papers.sealed': ['Disegel', 'Sealed'],
  'papers.sealed_at': ['{day}, {time}', '{day}, {time}'],
  'papers.sealed_by': [
    '{day}, {time}, dengan akun {account}',
    '{day}, {time}, with the account {account}',
  ],
  'papers.size': ['PDF, {kb} kB', 'PDF, {kb} kB'],
  'papers.qr': [
    'Kode QR menuju halaman verifikasi dokumen {code}',
    'QR code to the verification page of document {code}',
  ],
  'papers.copies': ['Salinan bertanda tangan', 'Signed copies'],
  'papers.copies_text': [
    'Halaman yang ditandatangani dengan tinta, atau PDF dari penyelenggara sertifikat (BSrE), disimpan di samping berita acara yang disegel. Segel Hadir tetap yang memverifikasi.',
    'The page signed in ink, or the PDF of a certified provider (BSrE), is kept beside the sealed minutes. The seal of Hadir goes on being what verifies them.',
  ],
  'papers.copy': ['Simpan salinan', 'File a copy'],
  'papers.copy_kind': ['Cara ditandatangani', 'How it was signed'],
  'papers.copy.scan': ['Tinta, dipindai', 'Ink, scanned'],
  'papers.copy.certified': ['Tersertifikasi (BSrE)', 'Certified (BSrE)'],
  'papers.copy_help.scan': [
    'PDF, JPEG, atau PNG, paling besar 2 MB. Lokasi dan data ponsel dibuang.',
    'PDF, JPEG or PNG, 2 MB at most. Place and data of the phone are removed.',
  ],
  'papers.copy_help.certified': [
    'PDF bertanda tangan elektronik, paling besar 2 MB; disimpan bita demi bita. Hadir tidak memeriksa sertifikatnya.',
    'A PDF with its electronic signature, 2 MB at most; kept byte by byte. Hadir does not check its certificate.',
  ],
  'papers.copy_choose': ['Pilih berkas', 'Choose a file'],
  'papers.copy_drop': ['atau seret ke sini', 'or drag it here'],
  'papers.copy_chosen': ['{name}, {kb} kB', '{name}, {kb} kB'],
  'papers.copy_shrunk': [
    'Foto diperkecil dari {mb} MB; tulisannya tetap harus terbaca.',
    'The photograph was made smaller, from {mb} MB; its writing must still be legible.',
  ],
  'papers.refused.empty': ['Berkas ini kosong.', 'This file is empty.'],
  'papers.refused.kind': [
    'Berkas ini bukan PDF, JPEG, atau PNG. Pindai atau foto kertasnya.',
    'This is no PDF, JPEG or PNG. Scan or photograph the paper.',
  ],
  'papers.refused.too_large': [
    'Berkas ini {mb} MB; paling besar 2 MB. Pindai dengan 150 atau 200 titik per inci.',
    'This file has {mb} MB; 2 MB at most. Scan it at 150 or 200 dots an inch.',
  ],
  'papers.refused.not_certified': [
    'Ini bukan PDF bertanda tangan elektronik. Unduh berkas aslinya dari penyelenggara; jangan dicetak atau disimpan ulang.',
    'This is no PDF with an electronic signature. Take the original file of the provider; do not print it or save it anew.',
  ],
  'papers.copy_ask': [
    'Simpan {name} di samping dokumen {code}?',
    'File {name} beside document {code}?',
  ],
  'papers.copy_ask_scan': [
    'Sebagai pindaian yang ditandatangani dengan tinta.',
    'As a scan of what was signed in ink.',
  ],
  'papers.copy_ask_certified': [
    'Sebagai berkas bertanda tangan elektronik tersertifikasi.',
    'As a file with a certified electronic signature.',
  ],
  'papers.copy_forever': [
    'Yang disimpan tidak dapat diganti atau dihapus; salinan yang benar hanya dapat ditambahkan di sampingnya. Tanggal dan sidik berkas tampil di halaman verifikasi.',
    'What is filed cannot be replaced or removed; the right copy can only be added beside it. Its date and fingerprint are shown on the verification page.',
  ],
  'papers.copy_sending': ['Sedang dikirim …', 'Being sent …'],
  'papers.copy_done': ['Salinan sudah disimpan.', 'The copy is filed.'],
  'papers.copy_by': ['{day}, {time}, oleh {account}', '{day}, {time}, by {account}'],
  'papers.copy_by_command': [
    '{day}, {time}, dari baris perintah',
    '{day}, {time}, from the command line',
  ],
  'papers.copy_digest': ['Sidik b2:', 'Fingerprint b2:'],
  'papers.copy_erased': ['Isi berkas ini telah dihapus.', 'The content of this file was erased.'],
  'papers.copy_download': ['Unduh salinan {n}', 'Download copy {n}'],
  'papers.copy_of': [
    'Unduh salinan bertanda tangan dari {code}',
    'Download the signed copy of {code}',
  ],
  'papers.older': ['Versi sebelumnya', 'Older versions'],
  'papers.standing': ['Status', 'State'],
  'papers.superseded': ['digantikan oleh {code}', 'superseded by {code}'],
  'papers.withdrawn': ['ditarik: {reason}', 'withdrawn: {reason}'],
} as const;
