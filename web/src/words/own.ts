// Texts of the page that tells a person what was said about him. Same form as in messages.ts.

export const own = {
  'own.title': ['Tentang Anda dalam sidak', 'About you in the inspection'],
  'own.said': [
    'Yang disampaikan tentang Anda oleh {agency} ({by}):',
    'What {agency} ({by}) said about you:',
  ],
  'own.at': ['pukul {time}', 'at {time}'],
  'own.answered': ['Jawaban Anda: {text}', 'Your answer: {text}'],
  'own.text': ['Jawaban Anda', 'Your answer'],
  'own.help': [
    'Dibaca oleh OPD Anda, tim sidak, dan pimpinan sebelum surat apa pun dibuat. Jika Anda dilaporkan sakit, hanya kepala OPD, BKPSDM dan tim sidak yang membacanya.',
    'Read by your agency, the team and the leader before any letter is written. If you were reported sick, only the head, the personnel agency and the team read it.',
  ],
  'own.need': ['Tuliskan jawaban Anda.', 'Write your answer.'],
  'own.send': ['Kirim jawaban', 'Send the answer'],
  'own.again': ['Kirim jawaban baru', 'Send a new answer'],
  'own.sent': ['Jawaban Anda tersimpan.', 'Your answer is kept.'],
  'own.menu': ['Tentang saya', 'About me'],
  'own.mine': ['Tentang saya', 'About me'],
  'own.mine_text': [
    'Yang disampaikan tentang Anda dalam sidak. Anda dapat menjawab sebelum surat apa pun dibuat.',
    'What was said about you in inspections. You may answer before any letter is written.',
  ],
  'own.mine_none': [
    'Tidak ada yang disampaikan tentang Anda dalam sidak.',
    'Nothing was said about you in inspections.',
  ],
  'own.notice': [
    'Dalam sidak {day} disampaikan keterangan tentang Anda.',
    'Something was said about you in the inspection of {day}.',
  ],
  'own.read': ['Baca dan jawab', 'Read and answer'],
  'own.open': ['Buka', 'Open'],
  'own.unanswered': ['belum Anda jawab', 'not answered by you'],
  'own.is_answered': ['sudah Anda jawab', 'answered by you'],
  'own.note': ['Catatan: {text}', 'Note: {text}'],
  'own.path': [
    'Usulan tindak lanjut: {path}. Alasan: {reason}. Diputuskan oleh {official}. Belum ada hukuman; jawaban Anda dibaca lebih dahulu.',
    'Proposed follow-up: {path}. Reason: {reason}. Decided by {official}. No sanction follows from it; your answer is read first.',
  ],
  'own.none': ['Tidak ada yang disampaikan tentang Anda', 'Nothing was said about you'],
  'own.none_text': [
    'Jika OPD menyampaikan alasan tentang Anda dalam sidak ini, Anda melihatnya dan dapat menjawab di sini.',
    'If your agency gives a reason about you in this inspection, you see it and can answer here.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
