// Texts of the door: signing in, and changing a password. Same form as in messages.ts.

export const door = {
  'door.title': ['Masuk', 'Sign in'],
  'door.page': ['Masuk: Hadir, {name}', 'Sign in: Hadir, {name}'],
  'door.account': ['NIP atau nama pengguna', 'NIP or user name'],
  'door.account_help': ['18 angka untuk PNS dan PPPK', '18 digits for PNS and PPPK'],
  'door.password': ['Kata sandi', 'Password'],
  'door.forgot': ['Lupa kata sandi?', 'Forgotten your password?'],
  'door.forgot_help': [
    'Operator kepegawaian di unit kerja Anda dapat memberi kata sandi sementara. Kata sandi lama tidak dapat dilihat siapa pun.',
    'The personnel operator of your agency can give you a temporary password. Nobody can see the old one.',
  ],
  'door.submit': ['Masuk', 'Sign in'],
  'door.busy': ['Memeriksa', 'Checking'],
  'door.wrong': [
    'Kata sandi tidak cocok. Anda dapat mencoba lagi; akun tidak dikunci.',
    'The password does not match. You can try again; the account is not locked.',
  ],
  'door.slow': [
    'Terlalu banyak percobaan dari tempat ini. Tunggu sebentar, lalu coba lagi.',
    'Too many attempts from this place. Wait a moment and try again.',
  ],
  'door.need_account': ['Isi NIP atau nama pengguna.', 'Fill in your NIP or user name.'],
  'door.need_password': ['Isi kata sandi.', 'Fill in your password.'],
  'door.digits': [
    'Baru {n} angka. NIP terdiri dari 18 angka.',
    'Only {n} digit. A NIP has 18.|Only {n} digits. A NIP has 18.',
  ],
  'door.no_account': ['Belum punya akun?', 'No account yet?'],
  'door.no_account_text': [
    'Administrator Hadir membuatkannya; mintalah lewat operator kepegawaian Anda. Presensi di mesin kantor tetap tercatat tanpa akun.',
    'An administrator of Hadir makes one; ask through your personnel operator. Attendance at office terminals is recorded without it.',
  ],
  'door.wall': ['Memasang layar dinding?', 'Setting up a wall screen?'],
  'door.wall_link': ['Hubungkan layar', 'Connect the screen'],
  'door.wall_text': [' dengan kode enam angka.', ' with a six-digit code.'],
  'door.day': ['{day}, {time} {zone}', '{day}, {time} {zone}'],
  'door.version': ['Hadir {version}', 'Hadir {version}'],
  'password.title': ['Ganti kata sandi', 'Change your password'],
  'password.must': [
    'Kata sandi Anda hanya untuk sekali masuk. Pilih kata sandi sendiri untuk melanjutkan.',
    'Your password is good for one sign-in only. Choose your own to go on.',
  ],
  'password.old': ['Kata sandi sekarang', 'Present password'],
  'password.new': ['Kata sandi baru', 'New password'],
  'password.new_help': [
    'Sedikitnya 12 huruf atau angka. Beberapa kata yang mudah Anda ingat lebih kuat daripada tanda baca.',
    'At least 12 letters or digits. A few words that you remember are stronger than punctuation.',
  ],
  'password.again': ['Ulangi kata sandi baru', 'New password again'],
  'password.short': [
    'Baru {n} huruf. Sedikitnya 12.',
    'Only {n} letter. At least 12.|Only {n} letters. At least 12.',
  ],
  'password.differs': ['Kedua isian belum sama.', 'The two do not match yet.'],
  'password.same': [
    'Kata sandi baru masih sama dengan yang lama.',
    'The new password is still the old one.',
  ],
  'password.old_wrong': [
    'Kata sandi sekarang tidak cocok.',
    'The present password does not match.',
  ],
  'password.show': ['Perlihatkan kata sandi', 'Show the passwords'],
  'password.submit': ['Simpan kata sandi', 'Save the password'],
  'password.done': ['Kata sandi diganti.', 'Your password was changed.'],
} as const;
