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
  'papers.older': ['Versi sebelumnya', 'Older versions'],
  'papers.standing': ['Status', 'State'],
  'papers.superseded': ['digantikan oleh {code}', 'superseded by {code}'],
  'papers.withdrawn': ['ditarik: {reason}', 'withdrawn: {reason}'],
} as const;
