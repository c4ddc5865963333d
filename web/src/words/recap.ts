// Texts of the recap page. Same form as in messages.ts.

export const recap = {
  'recap.title': ['Rekap kehadiran', 'Recap of attendance'],
  'recap.page': ['Rekap {period}', 'Recap {period}'],
  'recap.period': ['Masa', 'Period'],
  'recap.kind.day': ['Hari', 'Day'],
  'recap.kind.range': ['Rentang', 'Range'],
  'recap.kind.month': ['Bulan', 'Month'],
  'recap.date': ['Tanggal', 'Date'],
  'recap.from': ['Dari', 'From'],
  'recap.to': ['Sampai', 'To'],
  'recap.month': ['Bulan', 'Month'],
  'recap.wrong_range': [
    'Hari terakhir mendahului hari pertama.',
    'The last day is before the first one.',
  ],
  'recap.range': ['{from} sampai {to}', '{from} to {to}'],
  'recap.agency': ['Unit kerja', 'Agency'],
  'recap.csv': ['Unduh CSV', 'Download CSV'],
  'recap.json': ['Unduh JSON', 'Download JSON'],
  'recap.present_of': ['{share} dari {of} yang wajib', '{share} of {of} expected'],
  'recap.days_note': [
    'Angka menghitung hari-orang: satu orang pada satu hari adalah satu.',
    'Figures count person-days: one person on one day is one.',
  ],
  'recap.open_note': [
    'Masa ini belum selesai: {*waiting} belum hadir dan {*unknown} belum tahu dapat berubah.',
    'This period is not over: {*waiting} not in yet and {*unknown} not known may still change.',
  ],
  'recap.shares_help': [
    'Setiap bagian dihitung dari jumlah yang wajib (pegawai dikurangi yang libur) dan dibulatkan sendiri-sendiri. Karena itu bagian tidak dijumlahkan; jumlahkan orangnya.',
    'Each share is of those expected (all people less days off) and rounded by itself. Shares are therefore never added; add the people.',
  ],
  'recap.by_agency': ['Per unit kerja', 'By agency'],
  'recap.own': [
    'pegawai unit itu sendiri, tanpa unit di bawahnya',
    'people of the agency itself, without those below it',
  ],
  'recap.search': ['Cari unit kerja', 'Find an agency'],
  'recap.people': ['Pegawai', 'People'],
  'recap.total': ['Jumlah', 'Total'],
  'recap.share': ['Bagian', 'Share'],
  'recap.empty': ['Tidak ada pegawai pada masa ini', 'Nobody in this period'],
  'recap.empty_text': [
    'Pilih masa atau unit lain. Pegawai dihitung sejak tanggal mulai bertugas.',
    'Choose another period or agency. People count from the day they began.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
