import assert from 'node:assert/strict';
import test from 'node:test';

import type { Terminal } from '../api/types';
import { moment } from '../format/time';
import { facts, found, since, sorted } from './order';

const terminal = (name: string, more: Partial<Terminal> = {}): Terminal => ({
  serial: `S-${name}`,
  name,
  agency: 'a',
  agency_name: 'Kecamatan Jelutung',
  since: null,
  model: '',
  firmware: '',
  methods: [],
  state: 'connected',
  last_contact_at: null,
  silent_since: null,
  drift_ms: 0,
  held: 0,
  punches_today: 0,
  activity: [],
  address: '10.0.0.1',
  protocol: '',
  ...more,
});
const all = [
  terminal('A', { punches_today: 3 }),
  terminal('B', { drift_ms: -94_000, punches_today: 9 }),
  terminal('C', { state: 'silent', drift_ms: null }),
  terminal('D', { state: 'retired', punches_today: 1 }),
  terminal('E', { state: 'never', drift_ms: null }),
  terminal('F'),
];
const names = (list: Terminal[]) => list.map((each) => each.name).join('');

test('silent terminals stand above, then unmapped PINs, wrong clocks, new ones, the rest', () => {
  assert.equal(names(sorted(all, { column: 'contact', down: true }, ['S-F'])), 'CFBEAD');
});

test('unknown figures come last in both directions', () => {
  assert.equal(names(sorted(all, { column: 'drift', down: true }, [])).slice(-2), 'CE');
  assert.equal(names(sorted(all, { column: 'drift', down: false }, [])).slice(-2), 'CE');
  assert.equal(names(sorted(all, { column: 'punches', down: true }, [])).slice(0, 2), 'BA');
});

test('retired terminals are not counted as registered, their records are counted', () => {
  assert.deepEqual(facts(all), {
    registered: 5,
    connected: 3,
    silent: 1,
    drifting: 1,
    punches: 13,
  });
});

test('a terminal is found by place, serial number, agency or address', () => {
  assert.equal(names(found(all, 's-b')), 'B');
  assert.equal(names(found(all, 'jelutung 10.0')), 'ABCDEF');
  assert.equal(names(found(all, 'zzz')), '');
});

test('an age is never negative, though clocks differ', () => {
  const now = moment('2021-05-17T07:46:12+07:00');
  assert.equal(since('2021-05-17T07:46:09+07:00', now), 3000);
  assert.equal(since('2021-05-17T07:46:13+07:00', now), 0);
});
