// Texts of the wall, and of connecting one. Same form as in messages.ts.

export const wall = {
  // Wall
  'wall.title': ['{name}: kehadiran pagi', '{name}: this morning'],
  'wall.present': ['Hadir', 'Present'],
  'wall.age': ['data {age}', 'data {age} old'],
  'wall.of_time': ['data pukul {time}', 'data of {time}'],
  'wall.of': [
    'dari {*of} pegawai: paling sedikit {*low}, paling banyak {*high}',
    'of {*of} people: at least {*low}, at most {*high}',
  ],
  'wall.of_expected': [
    'dari {*of} yang wajib: paling sedikit {*low}, paling banyak {*high}',
    'of {*of} expected: at least {*low}, at most {*high}',
  ],
  'wall.of_closed': ['dari {*of} pegawai = {*low}', 'of {*of} people = {*low}'],
  'wall.of_expected_closed': ['dari {*of} yang wajib = {*low}', 'of {*of} expected = {*low}'],
  'wall.of_nobody': [
    'hari ini tidak ada yang wajib hadir dari {*of} pegawai',
    'nobody of {*of} people is expected today',
  ],
  'wall.balance': ['Neraca kehadiran', 'Balance of attendance'],
  'wall.state': ['Status', 'State'],
  'wall.people': ['Orang', 'People'],
  'wall.share': ['Bagian', 'Share'],
  'wall.sum': ['Jumlah pegawai', 'All people'],
  'wall.arrivals': [
    'Kedatangan per menit, pukul {from} sampai {to}',
    'Arrivals per minute, {from} to {to}',
  ],
  'wall.arrivals_by': [
    'Kedatangan per {step} menit, pukul {from} sampai {to}',
    'Arrivals per {step} minutes, {from} to {to}',
  ],
  'wall.arrivals_sum': [
    'Kedatangan dari pukul {from} sampai {to}; puncak {n} orang pada pukul {peak}',
    'Arrivals from {from} to {to}; most, {n} people, at {peak}',
  ],
  'wall.arrivals_none': ['belum ada kedatangan', 'no arrivals yet'],
  'wall.limit': ['batas {time}', 'limit {time}'],
  'wall.people_unit': ['{n} orang', '{n} people'],
  'wall.attention': ['OPD yang perlu perhatian', 'Agencies that need attention'],
  'wall.attention_none': ['Tidak ada saat ini.', 'None at the moment.'],
  'wall.cause.terminal_silent': ['mesin luring sejak {since}', 'terminal offline since {since}'],
  'wall.cause.terminal_silent_now': ['mesin luring', 'terminal offline'],
  'wall.cause.pin_unmapped': ['{n} PIN belum dikenal', '{n} unmapped PIN|{n} unmapped PINs'],
  'wall.count.unknown': ['{*people} belum tahu dari {of}', '{*people} not known of {of}'],
  'wall.count.waiting': ['{*people} belum hadir dari {of}', '{*people} not in yet of {of}'],
  'wall.count.unexplained': [
    '{*people} tanpa keterangan dari {of}',
    '{*people} unexplained of {of}',
  ],
  'wall.rest': [
    '{people} orang lagi belum hadir pada {n} OPD lain',
    '{people} more not in yet at {n} other agency|{people} more not in yet at {n} other agencies',
  ],
  'wall.rest_other': [
    '{people} orang lagi pada {n} OPD lain',
    '{people} more at {n} other agency|{people} more at {n} other agencies',
  ],
  'wall.terminals': [
    '{*connected} mesin terhubung, {*silent} luring, {*held} rekaman tertunda',
    '{*connected} terminals connected, {*silent} offline, {*held} records held',
  ],
  'wall.modes': ['WFO {*wfo}, WFH {*wfh}', 'office {*wfo}, home {*wfh}'],
  'wall.until_closing': [
    'Status ditetapkan sesudah penutupan, pukul {time}',
    'States are settled after closing, at {time}',
  ],
  'wall.after_closing': ['Hari ditutup pukul {time}', 'The day closed at {time}'],
  'wall.stopped': ['Angka berhenti pada pukul {time}', 'The figures stopped at {time}'],
  'wall.trying': [
    'Sambungan ke pusat data terputus {age}; layar ini mencoba lagi sendiri.',
    'The line to the data centre has been cut for {age}; this screen keeps trying.',
  ],
  'wall.no_data': ['Belum ada data', 'No data yet'],
  'connect.title': ['Hubungkan layar ini', 'Connect this screen'],
  'connect.how': [
    'Di komputer lain, masuk ke Hadir, buka {*place}, lalu ketik kode ini:',
    'On another computer sign in to Hadir, open {*place} and type this code:',
  ],
  'connect.wait': [
    'Layar ini menunggu. Kode berlaku {age} lagi, lalu berganti sendiri.',
    'This screen is waiting. The code is good for {age} more and then changes by itself.',
  ],
  'connect.asking': ['Meminta kode…', 'Asking for a code…'],
  'connect.trouble': ['Belum tersambung ke pusat data', 'Not connected to the data centre'],

  // Connecting walls
  'walls.title': ['Layar dinding', 'Wall screens'],
  'walls.connect': ['Hubungkan layar', 'Connect a screen'],
  'walls.how': [
    'Buka {*place} di layar itu. Layar menampilkan kode enam angka; ketik di sini.',
    'Open {*place} on the screen. It shows a six-digit code; type it here.',
  ],
  'walls.code': ['Kode di layar', 'Code on the screen'],
  'walls.code_short': [
    'Kode terdiri dari enam angka; baru {n}.',
    'The code has six digits; only {n} so far.',
  ],
  'walls.code_wrong': [
    'Kode ini tidak dikenal atau sudah lewat waktunya. Layar menampilkan kode yang baru.',
    'This code is not known or has expired. The screen shows a new one.',
  ],
  'walls.name': ['Nama layar', 'Name of the screen'],
  'walls.name_help': ['Tempatnya: Lobi Balai Kota', 'Its place: lobby of the city hall'],
  'walls.need_name': ['Beri nama, agar layar ini dikenali.', 'Name it, so that it is known.'],
  'walls.submit': ['Hubungkan', 'Connect'],
  'walls.connected': ['{name} terhubung.', '{name} is connected.'],
  'walls.list': ['Layar yang terhubung', 'Connected screens'],
  'walls.since': ['Terhubung sejak', 'Connected since'],
  'walls.seen': ['Terakhir terlihat', 'Last seen'],
  'walls.revoke': ['Cabut', 'Revoke'],
  'walls.revoke_title': ['Cabut {name}?', 'Revoke {name}?'],
  'walls.revoke_text': [
    'Layar itu segera berhenti menampilkan angka dan meminta kode baru. Menghubungkannya lagi memerlukan seseorang di depan layar.',
    'The screen stops showing figures at once and asks for a new code. Connecting it again needs somebody in front of it.',
  ],
  'walls.revoked': ['{name} dicabut.', '{name} was revoked.'],
  'walls.none': ['Belum ada layar', 'No screens yet'],
  'walls.none_text': [
    'Layar dinding hanya menampilkan jumlah, tidak pernah nama atau alasan.',
    'A wall shows counts only, never names or reasons.',
  ],
} as const;
