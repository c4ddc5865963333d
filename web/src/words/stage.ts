// Texts of the room of video: what is seen and heard in an inspection. Same form as in messages.ts.

export const stage = {
  'stage.you': ['Anda', 'You'],
  'stage.controls': ['Kendali video', 'Video controls'],

  // One's own microphone, camera and screen
  'stage.microphone': ['Mikrofon', 'Microphone'],
  'stage.microphone_on': ['Hidupkan mikrofon', 'Switch the microphone on'],
  'stage.microphone_off': ['Matikan mikrofon', 'Switch the microphone off'],
  'stage.camera': ['Kamera', 'Camera'],
  'stage.camera_on': ['Hidupkan kamera', 'Switch the camera on'],
  'stage.camera_off': ['Matikan kamera', 'Switch the camera off'],
  'stage.screen_on': ['Bagikan layar', 'Share the screen'],
  'stage.screen_off': ['Berhenti berbagi layar', 'Stop sharing the screen'],
  'stage.prepare': ['Siapkan kamera dan mikrofon', 'Prepare camera and microphone'],
  'stage.prepare_text': [
    'Mikrofon tetap mati sampai Anda menghidupkannya.',
    'The microphone stays off until you switch it on.',
  ],
  'stage.muted': [
    'Mikrofon Anda ditutup sampai giliran Anda.',
    'Your microphone is closed until it is your turn.',
  ],
  'stage.asked.sound': ['Pimpinan meminta mikrofon Anda', 'The leader asks for your microphone'],
  'stage.asked.picture': ['Pimpinan meminta kamera Anda', 'The leader asks for your camera'],
  'stage.asked.both': [
    'Pimpinan ingin mendengar dan melihat Anda',
    'The leader wants to hear and see you',
  ],
  'stage.give.sound': ['Hidupkan mikrofon', 'Switch the microphone on'],
  'stage.give.picture': ['Hidupkan kamera', 'Switch the camera on'],
  'stage.give.both': ['Hidupkan keduanya', 'Switch both on'],
  'stage.give.only_sound': ['Mikrofon saja', 'Microphone only'],
  'stage.not_now': ['Nanti saja', 'Not now'],

  // What a browser did not give: kind, then why
  'stage.refused.microphone': ['Tanpa mikrofon.', 'No microphone.'],
  'stage.refused.camera': ['Tanpa kamera.', 'No camera.'],
  'stage.refused.screen': ['Layar tidak dibagikan.', 'The screen is not shared.'],
  'stage.cause.denied': [
    'Izin ditolak di peramban. Bukalah gembok di samping alamat halaman, izinkan, lalu coba lagi.',
    'The browser was told not to. Open the lock beside the address, allow it, and try again.',
  ],
  'stage.cause.missing': [
    'Perangkat itu tidak ditemukan. Periksa kabelnya atau pilih perangkat lain.',
    'No such device was found. Check its cable or choose another.',
  ],
  'stage.cause.busy': [
    'Perangkat sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu coba lagi.',
    'Another application uses the device. Close it and try again.',
  ],
  'stage.cause.insecure': [
    'Peramban hanya memberinya pada alamat https.',
    'Browsers give it only to https addresses.',
  ],
  'stage.cause.failed': ['Perangkat tidak menjawab.', 'The device does not answer.'],
  'stage.without_device': [
    'Panggilan tetap dapat dijawab dan laporan tetap dapat dikirim.',
    'The call can be answered and figures can be stated all the same.',
  ],

  // How the room is
  'stage.entering': ['Masuk ke ruang video…', 'Entering the video room…'],
  'stage.waits': ['Menunggu dibawa masuk.', 'Waiting to be let in.'],
  'stage.waits_text': [
    'Moderator sudah melihat Anda. Laporan dapat dikirim sekarang juga.',
    'The moderator sees you. Figures can be stated at once.',
  ],
  'stage.again.line': ['Menyambung lagi…', 'Connecting again…'],
  'stage.again.line_text': [
    'Sambungan video terputus; halaman ini mencoba sendiri.',
    'The video line broke; this page keeps trying.',
  ],
  'stage.again.server': ['Video dimulai lagi…', 'Video begins anew…'],
  'stage.again.server_text': [
    'Server video sedang disiapkan. Gambar kembali sendiri.',
    'The video server is being made ready. Pictures come back by themselves.',
  ],
  'stage.with_pictures': ['Dengan gambar', 'With pictures'],
  'stage.devices': ['Pilih perangkat', 'Choose devices'],
  'stage.poor': ['Koneksi lemah, hanya suara.', 'Weak line, sound only.'],
  'stage.poor_text': [
    'Gambar kembali sendiri bila koneksi membaik.',
    'Pictures come back by themselves when the line is better.',
  ],
  'stage.listens': ['Hanya suara', 'Sound only'],
  'stage.listens_text': [
    'Gambar tidak diterima, paket data dihemat.',
    'No pictures are received, data is saved.',
  ],
  'stage.recorded': ['Ruang video ini direkam.', 'This video room is being recorded.'],
  'stage.recorded_text': [
    'Yang berbicara dan yang terlihat tersimpan bersama sidak ini.',
    'Who speaks and who is seen is kept with this inspection.',
  ],
  'stage.silenced': ['Suara masih mati.', 'The sound is still off.'],
  'stage.silenced_text': [
    'Peramban baru membunyikannya setelah halaman diklik.',
    'The browser plays it only after a click.',
  ],
  'stage.hear': ['Hidupkan suara', 'Switch the sound on'],
  'stage.out.left': ['Anda keluar dari ruang video.', 'You left the video room.'],
  'stage.out.removed': [
    'Moderator mengeluarkan Anda dari ruang video.',
    'A moderator sent you out of the video room.',
  ],
  'stage.out.refused': [
    'Ruang video tidak terbuka untuk akun ini.',
    'The video room is not open to this account.',
  ],
  'stage.out.expired': ['Sesi di peramban ini berakhir.', 'The session of this browser ended.'],
  'stage.out.full': ['Ruang video sudah penuh.', 'The video room is full.'],
  'stage.goes_on': [
    'Sidak berjalan terus tanpa gambar: panggilan, laporan dan angka tidak terpengaruh.',
    'The inspection goes on without pictures: calls, statements and figures are not affected.',
  ],
  'stage.enter_again': ['Masuk lagi', 'Enter again'],
  'stage.without.off': [
    'Video dimatikan pada server ini.',
    'Video is switched off on this server.',
  ],
  'stage.without.missing': [
    'Server video (Janus) belum terpasang.',
    'The video server (Janus) is not installed.',
  ],
  'stage.try_again': ['Coba lagi', 'Try again'],
  'stage.failed': ['Perintah video tidak sampai.', 'The video order did not arrive.'],

  // The server behind it, in words
  'stage.health': ['Server video', 'Video server'],
  'stage.health.ready': [
    'Siap: {members} peserta di {rooms} ruang, {senders} mengirim.',
    'Ready; people in {rooms} rooms: {members}, sending: {senders}.',
  ],
  'stage.health.idle': [
    'Siap dimulai begitu sidak dibuka.',
    'Starts as soon as the inspection is opened.',
  ],
  'stage.health.starting': ['Sedang dimulai.', 'Starting.'],
  'stage.health.waiting': [
    'Berhenti dan dimulai lagi sendiri.',
    'It ended and is being started again by itself.',
  ],
  'stage.health.off': ['Dimatikan pada server ini.', 'Switched off on this server.'],
  'stage.health.missing': [
    'Janus belum terpasang; sidak berjalan tanpa gambar.',
    'Janus is not installed; the inspection goes on without pictures.',
  ],
  'stage.health_starts': [' Sudah dimulai {n} kali.', ' Started {n} time.| Started {n} times.'],

  // Others in the room
  'stage.mute_all': ['Heningkan semua', 'Mute all'],
  'stage.mute_all_done': ['Semua mikrofon ditutup.', 'All microphones are closed.'],
  'stage.people': ['Peserta', 'People'],
  'stage.people_n': ['Peserta, {n}', 'People, {n}'],
  'stage.hands_n': ['{n} mengangkat tangan', '{n} hand raised|{n} hands raised'],
  'stage.hands': ['Mengangkat tangan', 'Hands raised'],
  'stage.lobby': ['Menunggu dibawa masuk', 'Waiting to be let in'],
  'stage.admit': ['Bawa masuk', 'Let in'],
  'stage.admit_name': ['Bawa masuk {name}', 'Let {name} in'],
  'stage.admit_all': ['Bawa masuk semua', 'Let all in'],
  'stage.floor': ['Beri giliran', 'Give the floor'],
  'stage.floor_name': ['Beri giliran {name}', 'Give {name} the floor'],
  'stage.floor_end': ['Ambil giliran kembali', 'Take the floor back'],
  'stage.has_floor': ['mendapat giliran', 'has the floor'],
  'stage.mute_name': ['Tutup mikrofon {name}', 'Close the microphone of {name}'],
  'stage.unmute_name': ['Buka mikrofon {name}', 'Open the microphone of {name}'],
  'stage.remove_name': ['Keluarkan {name}', 'Send {name} out'],
  'stage.remove_title': [
    'Keluarkan {name} dari ruang video?',
    'Send {name} out of the video room?',
  ],
  'stage.remove_text': [
    'Panggilan dan laporannya tidak terpengaruh.',
    'Calls and statements are not affected.',
  ],
  'stage.remove': ['Keluarkan', 'Send out'],
  'stage.nobody_else': ['Belum ada peserta lain.', 'Nobody else is here yet.'],
  'stage.hand_raise': ['Angkat tangan', 'Raise a hand'],
  'stage.hand_lower': ['Turunkan tangan', 'Lower the hand'],
  'stage.presence.picture': ['siap dengan gambar', 'ready, with a picture'],
  'stage.presence.sound': ['siap, suara saja', 'ready, sound only'],
  'stage.presence.there': ['di ruang, belum mengirim', 'in the room, sends nothing yet'],
  'stage.presence.away': ['belum di ruang video', 'not in the video room'],

  // Recording
  'stage.record': ['Rekam', 'Record'],
  'stage.record_end': ['Hentikan rekaman', 'Stop recording'],
  'stage.record_began': [
    'Perekaman dimulai; semua peserta diberi tahu.',
    'Recording; everybody was told.',
  ],
  'stage.record_ended': ['Perekaman berhenti.', 'The recording stopped.'],

  // Conversation
  'stage.chat': ['Percakapan', 'Conversation'],
  'stage.chat_unread': ['Percakapan, {n} belum dibaca', 'Conversation, {n} unread'],
  'stage.chat_none': ['Belum ada pesan.', 'No messages yet.'],
  'stage.chat_all': ['Dibaca semua peserta.', 'Everybody in the room reads it.'],
  'stage.chat_new': ['Pesan baru', 'New message'],
  'stage.chat_send': ['Kirim', 'Send'],

  // Settings
  'stage.settings': ['Perangkat dan sambungan', 'Devices and line'],
  'stage.device_default': ['Pilihan peramban', 'The browser’s choice'],
  'stage.device_n': ['Perangkat {n}', 'Device {n}'],
  'stage.line': ['Sambungan Anda', 'Your line'],
  'stage.line.0': ['terputus', 'broken'],
  'stage.line.1': ['lemah', 'weak'],
  'stage.line.2': ['cukup', 'fair'],
  'stage.line.3': ['baik', 'good'],
  'stage.line.4': ['sangat baik', 'very good'],
  'stage.leave': ['Keluar dari ruang video', 'Leave the video room'],

  // Under a thumb
  'stage.bar': ['Kendali', 'Controls'],
  'stage.bar.speak': ['Bicara', 'Speak'],
  'stage.bar.camera': ['Kamera', 'Camera'],
  'stage.bar.hand': ['Tangan', 'Hand'],
  'stage.bar.chat': ['Pesan', 'Messages'],
  'stage.bar.leave': ['Keluar', 'Leave'],
} as const satisfies Record<string, readonly [string, string]>;
