// Texts of the public page beside a document. Same form as in messages.ts.

export const verify = {
  'verify.page': ['Verifikasi dokumen: {name}', 'Verify a document: {name}'],
  'verify.valid': ['Dokumen ini asli dan masih berlaku', 'This document is genuine and in force'],
  'verify.superseded': ['Dokumen ini sudah digantikan', 'This document has been replaced'],
  'verify.withdrawn': ['Dokumen ini sudah ditarik', 'This document has been withdrawn'],
  'verify.unknown': ['Kode ini tidak dikenal', 'This code is not known'],
  'verify.ask': ['Periksa sebuah dokumen', 'Check a document'],
  'verify.valid_text': [
    'Cocokkan angka di bawah dengan kertas di tangan Anda. Bila berbeda, kertas itu bukan dokumen ini.',
    'Compare the figures below with the paper in your hands. If they differ, the paper is not this document.',
  ],
  'verify.superseded_text': [
    'Pernah terbit dengan angka di bawah. Yang berlaku sekarang: dokumen',
    'It was issued with the figures below. In force now: document',
  ],
  'verify.withdrawn_text': [
    'Pernah terbit dengan angka di bawah, lalu ditarik. Alasannya: {reason}',
    'It was issued with the figures below and then withdrawn. Reason: {reason}',
  ],
  'verify.unknown_text': [
    'Tidak ada dokumen dengan kode {code} di sini. Cocokkan dengan kertasnya, huruf demi huruf, dan periksa apakah alamat situs ini sama dengan yang tercetak. Bila keduanya sama, kertas itu bukan dokumen kami.',
    'No document has the code {code} here. Compare it with the paper, letter by letter, and check that the address of this site is the one that is printed. If both are the same, the paper is not a document of ours.',
  ],
  'verify.ask_text': [
    'Kodenya ada di kaki setiap halaman, di samping kode QR.',
    'Its code stands at the foot of each page, beside the QR code.',
  ],
  'verify.code': ['Kode dokumen', 'Document code'],
  'verify.code_help': [
    'Dua belas huruf dan angka, misalnya 7K4M‑92QX‑C1TD',
    'Twelve letters and digits, such as 7K4M‑92QX‑C1TD',
  ],
  'verify.code_short': [
    'Baru {n} huruf dan angka. Kode terdiri dari 12.',
    '{n} letters and digits so far. A code has 12.',
  ],
  'verify.code_wrong': [
    'Kode terdiri dari tepat 12 huruf dan angka.',
    'A code has exactly 12 letters and digits.',
  ],
  'verify.submit': ['Periksa', 'Check'],
  'verify.slow': [
    'Terlalu banyak kode yang tidak dikenal dari alamat ini. Tunggu sebentar, lalu coba lagi.',
    'Too many unknown codes from this address. Wait a moment and try again.',
  ],
  'verify.number': ['Nomor', 'Number'],
  'verify.about': ['Tentang', 'About'],
  'verify.changes': ['Perubahan', 'Changes'],
  'verify.no_changes': ['tidak ada sejak ditandatangani', 'none since it was signed'],
  'verify.figure': ['Uraian', 'Item'],
  'verify.signature': ['Tanda tangan', 'Signature'],
  'verify.signed_by': ['Ditandatangani sebagai', 'Signed as'],
  'verify.signed_at': ['Waktu', 'Time'],
  'verify.at': ['{day}, {time} {zone}', '{day}, {time} {zone}'],
  'verify.kind': ['Cara', 'How'],
  'verify.kind.own': [
    'segel elektronik Hadir (tidak tersertifikasi)',
    'electronic seal of Hadir (not certified)',
  ],
  'verify.kind.wet_ink': [
    'segel Hadir, dengan pindaian bertanda tangan tinta',
    'seal of Hadir, with a scan signed in ink',
  ],
  'verify.kind.certified': [
    'segel Hadir, dengan berkas bertanda tangan tersertifikasi (tidak diperiksa oleh Hadir)',
    'seal of Hadir, with a file of a certified signature (not checked by Hadir)',
  ],
  'verify.digest': ['Sidik berkas', 'Fingerprint of the file'],
  'verify.file': ['Punya berkas PDF-nya?', 'Do you have the PDF?'],
  'verify.choose': ['Pilih berkas', 'Choose the file'],
  'verify.or_drop': ['atau letakkan di sini.', 'or drop it here.'],
  'verify.on_device': [
    'Diperiksa di perangkat Anda; berkas tidak dikirim ke mana pun.',
    'It is checked on your device; the file is sent nowhere.',
  ],
  'verify.same': [
    'Berkas {name} persis seperti yang diterbitkan.',
    'The file {name} is exactly as it was issued.',
  ],
  'verify.differs': [
    'Berkas {name} bukan berkas yang diterbitkan dengan kode ini, atau sudah diubah.',
    'The file {name} is not the one that was issued with this code, or it was changed.',
  ],
  'verify.too_large': ['Berkas {name} terlalu besar.', 'The file {name} is too large.'],
  'verify.unreadable': ['Berkas {name} tidak dapat dibaca.', 'The file {name} cannot be read.'],
  'verify.foot': [
    'Halaman ini memuat jumlah, tanpa nama. Nama dan alasan hanya dapat dibuka oleh yang berwenang.',
    'This page holds counts, no names. Names and reasons can be opened only by those who may.',
  ],
  'verify.checked': ['Diperiksa {day}, {time} {zone}.', 'Checked on {day}, {time} {zone}.'],
} as const satisfies Record<string, readonly [string, string]>;
