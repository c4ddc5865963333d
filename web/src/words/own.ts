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
    'Dibaca oleh OPD Anda, tim sidak, dan pimpinan sebelum surat apa pun dibuat. Soal kesehatan cukup disampaikan langsung kepada yang berwenang.',
    'Read by your agency, the team and the leader before any letter is written. What concerns your health belongs to those who may know it.',
  ],
  'own.need': ['Tuliskan jawaban Anda.', 'Write your answer.'],
  'own.send': ['Kirim jawaban', 'Send the answer'],
  'own.again': ['Kirim jawaban baru', 'Send a new answer'],
  'own.sent': ['Jawaban Anda tersimpan.', 'Your answer is kept.'],
  'own.none': ['Tidak ada yang disampaikan tentang Anda', 'Nothing was said about you'],
  'own.none_text': [
    'Jika OPD menyampaikan alasan tentang Anda dalam sidak ini, Anda melihatnya dan dapat menjawab di sini.',
    'If your agency gives a reason about you in this inspection, you see it and can answer here.',
  ],
} as const satisfies Record<string, readonly [string, string]>;
