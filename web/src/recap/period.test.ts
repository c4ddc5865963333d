import assert from 'node:assert/strict';
import test from 'node:test';

import { asKind, fileUrl, queryOf, readPeriod, writePeriod } from './period';

const from = (query: string) => {
  const given = new URLSearchParams(query);
  return readPeriod((name) => given.get(name) ?? '', '2021-06-10');
};

test('an address without a period means today', () => {
  assert.deepEqual(from(''), { kind: 'day', from: '2021-06-10', to: '2021-06-10' });
  assert.deepEqual(from('dari=nonsense&bulan=2021-13'), from(''));
});

test('a day, a range and a month come back as they were written', () => {
  for (const query of ['dari=2021-05-17', 'dari=2021-05-17&sampai=2021-05-21', 'bulan=2021-05']) {
    const period = from(query);
    const written = Object.entries(writePeriod(period)).filter(([, value]) => value);
    assert.deepEqual(from(String(new URLSearchParams(written))), period, query);
  }
  assert.deepEqual(from('bulan=2021-02'), { kind: 'month', from: '2021-02-01', to: '2021-02-28' });
});

test('changing the kind keeps the place in time', () => {
  const day = from('dari=2021-05-17');
  assert.deepEqual(asKind(day, 'month'), { kind: 'month', from: '2021-05-01', to: '2021-05-31' });
  assert.deepEqual(asKind(day, 'range'), { kind: 'range', from: '2021-05-17', to: '2021-05-17' });
});

test('the server is asked for what the interface names', () => {
  assert.deepEqual(queryOf(from('bulan=2021-05'), 'A'), {
    date: '2021-05-01',
    month: true,
    agency: 'A',
  });
  assert.equal(
    fileUrl(from('dari=2021-05-17&sampai=2021-05-21'), '', 'csv'),
    '/api/recaps?date=2021-05-17&to=2021-05-21&format=csv',
  );
});
