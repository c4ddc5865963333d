import assert from 'node:assert/strict';
import test from 'node:test';

import { decimal, drift, integer, percent, share, signed } from './number';
import {
  addDays,
  clock,
  day,
  lasting,
  local,
  minutesOf,
  moment,
  month,
  monthEnd,
  personNumber,
  time,
  timeOf,
  zoneName,
} from './time';

test('counts have the marks of their language', () => {
  assert.equal(integer(5789, 'id'), '5.789');
  assert.equal(integer(5_588_245, 'en'), '5,588,245');
  assert.equal(integer(57, 'id'), '57');
  assert.equal(integer(-3, 'id'), '−3');
});

test('a share comes as text from the server and only its marks are changed', () => {
  assert.equal(percent('96.61', 'id'), '96,61\u00a0%');
  assert.equal(percent('96.61', 'en'), '96.61%');
  assert.equal(percent('', 'id'), '');
});

test('the shares of the Jambi day are those of the report', () => {
  assert.deepEqual(
    [4793, 800, 57, 139, 5593].map((people) => share(people, 5789)),
    ['82.79', '13.82', '0.98', '2.40', '96.61'],
  );
  assert.equal(share(1, 0), '');
  assert.equal(share(7, 7), '100.00');
});

test('a clock error has a sign, and no sign when it rounds to nothing', () => {
  assert.equal(drift(400, 'id'), '+0,4');
  assert.equal(drift(-94_000, 'id'), '−94');
  assert.equal(drift(38_200, 'id'), '+38');
  assert.equal(drift(-20, 'id'), '0,0');
  assert.equal(decimal(0.04, 1, 'id'), '0,0');
});

test('a moment is shown in the time of its own place', () => {
  const at = moment('2021-05-17T07:46:12+07:00');
  assert.equal(clock(at, 'id'), '07.46.12');
  assert.equal(clock(at, 'en', true), '07:46');
  assert.deepEqual(local(moment('2021-05-16T23:30:00+09:00')), ['2021-05-16', '23:30:00']);
  assert.deepEqual(local(moment('2021-05-17T07:46:12.350Z')), ['2021-05-17', '07:46:12']);
  assert.deepEqual(local(moment('nonsense')), ['', '']);
});

test('days, months and times have their names', () => {
  assert.equal(day('2021-05-17', 'id', true), 'Senin, 17 Mei 2021');
  assert.equal(day('2021-06-10', 'en', true), 'Thursday, 10 June 2021');
  assert.equal(month('2021-12', 'id'), 'Desember 2021');
  assert.equal(time('07:46:12', 'id', true), '07.46');
  assert.equal(day('not a day', 'id'), 'not a day');
});

test('days are counted over the ends of months and years', () => {
  assert.equal(addDays('2021-12-31', 1), '2022-01-01');
  assert.equal(addDays('2024-03-01', -1), '2024-02-29');
  assert.equal(monthEnd('2021-02-10'), '2021-02-28');
  assert.equal(monthEnd('2024-12-01'), '2024-12-31');
});

test('minutes of a day and back', () => {
  assert.equal(minutesOf('07:46'), 466);
  assert.equal(timeOf(466), '07:46');
});

test('the three zones of Indonesia have their names', () => {
  assert.deepEqual(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'WIB'].map(zoneName), [
    'WIB',
    'WITA',
    'WIT',
    'WIB',
  ]);
});

test('a NIP is printed in its groups and any other number as it is', () => {
  assert.equal(personNumber('198804122011012004'), '19880412 201101 2 004');
  assert.equal(personNumber('K-0012'), 'K-0012');
});

test('a difference has its sign, and nothing has none', () => {
  assert.deepEqual(
    [2, -3, 0, 1204].map((n) => signed(n, 'id')),
    ['+2', '−3', '0', '+1.204'],
  );
});

test('a call lasts minutes and seconds, a long one hours', () => {
  assert.equal(lasting(156_900, 'id'), '02.36');
  assert.equal(lasting(156_900, 'en'), '02:36');
  assert.equal(lasting(3_723_000, 'id'), '1.02.03');
  assert.equal(lasting(-5, 'id'), '00.00');
});
