// Texts of the recording of an inspection. Same form as in messages.ts.

export const playback = {
  'playback.page': ['Rekaman sidak {day} · Hadir', 'Recording of the inspection of {day} · Hadir'],
  'playback.title': ['Rekaman sidak', 'Recording of the inspection'],
  'playback.link': ['Rekaman', 'Recording'],
  'playback.period': [
    'Direkam {from}–{to} atas perintah {by}.',
    'Recorded {from}–{to} by order of {by}.',
  ],
  'playback.told': ['Semua yang ada di ruang diberi tahu.', 'Everybody in the room was told.'],
  'playback.state.none': ['Sidak ini tidak direkam.', 'This inspection was not recorded.'],
  'playback.state.running': [
    'Sidak sedang direkam. Rekaman dapat diputar setelah ruang ditutup.',
    'The session is being recorded. It can be played when the room is closed.',
  ],
  'playback.state.waiting': [
    'Rekaman disiapkan setelah ruang ditutup.',
    'The recording is prepared when the room is closed.',
  ],
  'playback.state.making': ['Rekaman sedang disiapkan.', 'The recording is being prepared.'],
  'playback.state.failed': [
    'Rekaman tidak dapat dibaca. Berkas aslinya masih ada di peladen; hubungi Kominfo.',
    'The recording cannot be read. Its files are still on the server; ask Kominfo.',
  ],
  'playback.state.removed': [
    'Rekaman sudah dihapus setelah masa simpannya habis.',
    'The recording was removed after its days.',
  ],
  'playback.progress': ['{done} dari {n} bagian selesai.', '{done} of {n} parts are done.'],
  'playback.no_program': [
    'Program janus-pp-rec belum terpasang di peladen (paket janus-tools).',
    'The program janus-pp-rec is not installed on the server (package janus-tools).',
  ],
  'playback.play': ['Putar', 'Play'],
  'playback.pause': ['Jeda', 'Pause'],
  'playback.previous': ['Panggilan sebelumnya', 'Previous call'],
  'playback.next': ['Panggilan berikutnya', 'Next call'],
  'playback.position': ['Posisi dalam rekaman', 'Position in the recording'],
  'playback.pace': ['Kecepatan', 'Speed'],
  'playback.loading': ['Memuat …', 'Loading …'],
  'playback.keys': [
    'Spasi: putar atau jeda. Panah kiri dan kanan: 10 detik. N dan P: panggilan berikutnya dan sebelumnya.',
    'Space: play or pause. Left and right arrow: 10 seconds. N and P: next and previous call.',
  ],
  'playback.no_picture': ['Tanpa gambar, suara saja', 'No picture, sound only'],
  'playback.nobody': ['Tidak ada gambar pada saat ini', 'No picture at this moment'],
  'playback.chapters': ['Pemanggilan', 'Roll call'],
  'playback.no_chapters': ['Tidak ada yang dipanggil.', 'Nobody was called.'],
  'playback.not_recorded': ['tidak terekam', 'not recorded'],
  'playback.said': [
    'Hadir menurut laporan {said}, menurut mesin {machine} ({gap})',
    'Present as stated {said}, by the machine {machine} ({gap})',
  ],
  'playback.kept': ['Disimpan {n} hari, sampai {day}.', 'Kept for {n} days, to {day}.'],
  'playback.kept_usual': [
    'Disimpan {n} hari, sampai {day}. Masa simpan ini usulan program (perlu verifikasi): tetapkan sendiri dengan setelan recording_days.',
    'Kept for {n} days, to {day}. That is the proposal of the program (to be verified): decide by the setting recording_days.',
  ],
  'playback.some_failed': [
    '{n} bagian tidak dapat dibaca.',
    '{n} part cannot be read.|{n} parts cannot be read.',
  ],
  'playback.files': ['{n} berkas untuk diunduh', '{n} file to download|{n} files to download'],
  'playback.sound': ['suara', 'sound'],
  'playback.picture': ['gambar', 'picture'],
  'playback.screen': ['layar', 'screen'],
} as const;
