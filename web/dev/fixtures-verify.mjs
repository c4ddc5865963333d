// The document of the drawn page: minutes of 17 May 2021, as anybody may see them.
const row = (label, kind, ...cells) => ({ label, kind, cells });

export const CODE = 'MMT5-Z8AW-CGK7';

export const document = {
  code: CODE,
  government: 'Pemerintah Kota Jambi',
  kind: 'minutes',
  title: 'Berita acara sidak virtual',
  about: 'Senin, 17 Mei 2021',
  number: '800/114/BKPSDMD',
  position: 'Wakil Wali Kota Jambi',
  issued_at: '2021-05-17T10:02:00+07:00',
  signature: 'own',
  status: 'valid',
  digest: '5f19c3e977732727'.repeat(4),
  bytes: 184_320,
  checked_at: '2021-05-18T08:10:00+07:00',
  summary: {
    facts: [{ label: 'Tempat', label_en: 'Place', value: 'Ruang kendali JCOC' }],
    tables: [
      {
        title: 'Kehadiran saat sidak dibuka',
        title_en: 'Attendance when it was opened',
        columns: ['Mesin', 'Laporan'],
        columns_en: ['Machine', 'Statement'],
        rows: [
          row('Hadir', 'row', '5.593', '5.611'),
          row('Izin, sakit, cuti, dinas luar', 'row', '57', '64'),
          row('Tanpa keterangan', 'row', '139', '114'),
          row('Jumlah', 'sum', '5.789', '5.789'),
        ],
      },
    ],
    notes: [{ text: 'Angka dihitung dari rekaman mesin, di samping laporan kepala OPD.' }],
  },
};
