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
  'scan.result_none': [
    'Belum ada rekap kertas. Yang menyusul ditandai dengan tanggalnya dan tidak mengubah berita acara yang sudah terbit.',
    'No recap on paper yet. One that follows is marked with its date and changes no minutes that were issued.',
  ],
  'scan.late': ['Diterima setelah sidak ditutup', 'Received after the session was closed'],
  'scan.late_text': [
    'Sidak sudah ditutup. Rekap yang dikirim sekarang dicatat dengan tanggalnya, ditandai menyusul, dan tidak mengubah berita acara yang sudah terbit; versi barunya memuat rekap ini.',
    'The session is closed. A recap that is sent now is recorded with its date, marked as late, and changes no minutes that were issued; a new version of them lists it.',
  ],
  'scan.unconfirmed': [
    'Dimasukkan tim, menunggu pembenaran kepala',
    'Entered by the team, waits for the word of the head',
  ],
  'scan.confirmed': [
    'Dimasukkan tim, dibenarkan kepala',
    'Entered by the team, confirmed by the head',
  ],
  'scan.waiting': ['{n} halaman tanpa angka', '{n} page without figures|{n} pages without figures'],
  'scan.enter_of': ['Rekap kertas dari', 'Recap on paper of'],
  'scan.enter': ['Salin rekap kertas', 'Enter a recap on paper'],
  'scan.enter_own': ['Kirim rekap kertas', 'Send a recap on paper'],

  // the team reads a page in the agency's place
  'scan.read_page': ['Rekap kertas {name}', 'Recap on paper of {name}'],
  'scan.read_title': ['Salin rekap kertas', 'Enter a recap on paper'],
  'scan.read_open': ['Salin angkanya', 'Enter its figures'],
  'scan.read_result': ['Hasil sidak', 'Result'],
  'scan.read_text': [
    'Baca angka pada kertas dan salin di sampingnya, persis seperti tertulis. Angka ini ditandai dimasukkan tim sampai kepala OPD membenarkannya.',
    'Read the figures on the paper and enter them beside it, exactly as they are written. They are marked as entered by the team until the head of the agency confirms them.',
  ],
  'scan.read_late': [
    'Sidak sudah ditutup: rekap ini menjadi tambahan bertanggal, dan berita acara yang sudah terbit tidak berubah.',
    'The session is closed: this recap becomes a dated addition, and minutes that were issued do not change.',
  ],
  'scan.read_refused': [
    'Hanya tim dan pimpinan sidak ini yang menyalin rekap kertas.',
    'Only the team and the leader of this inspection enter recaps on paper.',
  ],
  'scan.read_done': [
    'Rekap sudah dicatat dan terkunci. Kepala OPD diminta membenarkannya pada halaman OPD.',
    'The recap is recorded and locked. The head is asked to confirm it on the page of the agency.',
  ],
  'scan.read_again': [
    'Rekap OPD ini sudah terkunci. Kertas berikutnya adalah koreksi, dengan alasannya.',
    'The recap of this agency is locked. The next paper is a correction, with its reason.',
  ],
  'scan.read_there': ['Yang sudah tercatat', 'What is recorded'],
  'scan.read_pages': ['Kertas yang dibaca', 'The paper that is read'],
  'scan.read_large': ['Perbesar', 'Enlarge'],
  'scan.read_pdf': [
    'PDF ini dibuka di jendelanya sendiri; taruh di samping jendela ini.',
    'This PDF opens in a window of its own; put it beside this one.',
  ],
  'scan.read_nothing': [
    'Belum ada halaman. Foto kertasnya atau pilih berkasnya pada formulir.',
    'No page yet. Photograph the paper or choose its file in the form.',
  ],

  // the head's word to it
  'scan.confirm_text': [
    'Tim sidak menyalin angka ini dari rekap kertas OPD Anda. Cocokkan dengan kertasnya.',
    'The team took these figures off the recap on paper of your agency. Compare them with the paper.',
  ],
  'scan.confirm': ['Angka ini benar', 'These figures are right'],
  'scan.confirm_else': [
    'Tidak cocok? Kirim koreksi di bawah; keduanya tetap tercatat.',
    'Not the same? Send a correction below; both stay on record.',
  ],

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
