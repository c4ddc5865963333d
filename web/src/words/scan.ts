// Texts of the signed recap on paper: its pages, its figures beside the machine's. Same form as in messages.ts.

export const scan = {
  'scan.compare': ['Mesin, laporan, dan rekap manual', 'Machine, statement and manual recap'],
  'scan.recap': ['Rekap', 'Recap'],
  'scan.correction': ['Koreksi', 'Correction'],
  'scan.the_machine': ['mesin', 'the machine'],
  'scan.the_statement': ['laporan', 'the statement'],
  'scan.same': ['sama dengan {what}', 'as {what}'],
  'scan.more': ['{n} lebih banyak dari {what}', '{n} more than {what}'],
  'scan.fewer': ['{n} lebih sedikit dari {what}', '{n} fewer than {what}'],
  'scan.no_gap': [
    '{what} tidak berbeda dari mesin dan laporan.',
    '{what}: no difference from machine and statement.',
  ],
  'scan.not_apart': [
    'Rekap ini tidak dipisah menurut kelompok.',
    'This recap is not told by groups.',
  ],
  'scan.signed': [
    'Rekap ditandatangani {name}{on}; terkunci {time}',
    'Recap signed by {name}{on}; locked {time}',
  ],
  'scan.corrects': [
    'Koreksi ditandatangani {name}{on}, {time}: {reason}',
    'Correction signed by {name}{on}, {time}: {reason}',
  ],
  'scan.on': [', {day}', ', {day}'],
  'scan.unsigned': ['Halaman tanpa angka, belum terkunci', 'Pages without figures, not locked yet'],
  'scan.page': ['Halaman {n}', 'Page {n}'],
  'scan.no_pages': ['Tanpa foto', 'Without a photograph'],
  'scan.result': ['Rekap manual bertanda tangan', 'Signed recaps on paper'],
  'scan.result_text': [
    'Angka rekap kertas di samping mesin dan laporan pada detik laporan itu; koreksi berdiri di samping, tidak menggantikan.',
    'The figures on paper beside machine and statement, as at the second of the statement; a correction stands beside and replaces nothing.',
  ],
  'scan.show': ['Bandingkan {name}', 'Compare {name}'],

  // the head's form
  'scan.photos': ['Halaman rekap', 'Pages of the recap'],
  'scan.photos_text': [
    'Foto kertas yang sudah ditandatangani, halaman demi halaman, atau pilih JPEG, PNG, atau PDF (paling besar 2 MB). Lokasi dan data ponsel dibuang; pada PDF, judul dan nama pembuatnya tetap.',
    'Photograph the signed paper page by page, or choose JPEG, PNG or PDF (2 MB at most). Place and data of the phone are removed; of a PDF its title and author stay.',
  ],
  'scan.take': ['Foto halaman', 'Photograph a page'],
  'scan.choose': ['Pilih berkas', 'Choose files'],
  'scan.remove': ['Hapus halaman {n}', 'Remove page {n}'],
  'scan.too_large': [
    'Lebih dari 2 MB: kecilkan, atau foto kertasnya.',
    'More than 2 MB: make it smaller, or photograph the paper.',
  ],
  'scan.sending': [
    'Halaman {n} dari {of} sedang dikirim; angka menyusul.',
    'Page {n} of {of} is being sent; the figures follow.',
  ],
  'scan.waits': [
    'Sambungan terputus: {n} halaman menunggu dan dikirim sendiri.',
    'The line is cut: {n} page waits and goes by itself.|The line is cut: {n} pages wait and go by themselves.',
  ],
  'scan.correct': ['Kirim koreksi', 'Send a correction'],
  'scan.reason': ['Mengapa dikoreksi', 'Why it is corrected'],
  'scan.need_reason': ['Sebutkan alasannya.', 'Say why.'],
  'scan.correct_text': [
    'Rekap yang terkunci tetap ada; koreksi berdiri di sampingnya dan juga terkunci.',
    'The locked recap stays; the correction stands beside it and is locked too.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
