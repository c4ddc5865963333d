import assert from 'node:assert/strict';
import test from 'node:test';

import type { Inspection } from '../inspection/types';
import { bodyOf, emptyPlan, inOrder, isLink, planOf, wrongWith } from './plan';
import { coverage, people, toggle } from './scope';

const filled = { ...emptyPlan('2021-05-17'), leader: ' Wakil Wali Kota ' };

test('an empty plan says what is needed and nothing more', () => {
  assert.deepEqual(wrongWith(emptyPlan(), '2021-05-10'), { day: 'needed', leader: 'needed' });
  assert.deepEqual(wrongWith(filled, '2021-05-17'), {});
});

test('a day that is over is not planned', () => {
  assert.deepEqual(wrongWith(filled, '2021-05-18'), { day: 'past' });
});

test('who leads in the place of another says by what', () => {
  assert.deepEqual(wrongWith({ ...filled, delegate: 'Sekretaris Daerah' }, ''), {
    authority: 'needed',
  });
});

test('an outside room has a link that a phone can open', () => {
  const outside = { ...filled, medium: 'link' as const };
  assert.deepEqual(wrongWith(outside, ''), { link: 'needed' });
  assert.deepEqual(wrongWith({ ...outside, link: 'zoom rapat' }, ''), { link: 'form' });
  assert.equal(isLink('javascript:alert(1)'), false);
  assert.equal(isLink(' https://zoom.us/j/91 '), true);
});

test('only what was said is sent', () => {
  assert.deepEqual(bodyOf({ ...filled, authority: 'a.n. Wali Kota', scope: ['X'] }), {
    kind: 'surprise',
    day: '2021-05-17',
    leader: 'Wakil Wali Kota',
    groups: 'all',
    planned: '08:30',
    medium: 'Ruang video Hadir',
  });
});

test('a plan that is opened again is the plan that was sent', () => {
  const plan = {
    ...filled,
    leader: 'Wakil Wali Kota',
    medium: 'link' as const,
    link: 'https://zoom.us/j/91',
    whole: false,
    scope: ['DISHUB', 'DINSOS'],
  };
  const body = bodyOf(plan);
  const told = { ...body, medium: 'zoom.us', planned_at: body.planned };
  const head = { ...emptyPlan(), ...told } as unknown as Inspection;
  assert.deepEqual(bodyOf(planOf(head, 'https://zoom.us/j/91')), body);
});

const tree = [
  { code: 'KEC', parent: '', strength: 40 },
  { code: 'TLN', parent: 'KEC', strength: 20 },
  { code: 'BUL', parent: 'TLN', strength: 8 },
  { code: 'DIN', parent: '', strength: 5 },
];

test('an agency stands for all below it, and nobody is chosen twice', () => {
  assert.deepEqual(
    [...coverage(tree, ['KEC'])],
    [
      ['TLN', 'KEC'],
      ['BUL', 'KEC'],
    ],
  );
  assert.deepEqual(toggle(tree, ['BUL', 'DIN'], 'KEC'), ['DIN', 'KEC']);
  assert.deepEqual(toggle(tree, ['DIN', 'KEC'], 'KEC'), ['DIN']);
  assert.equal(people(tree, ['KEC', 'DIN']), 45);
});

test('what goes on stands first, then what is planned for the nearest day', () => {
  const of = (day: string, state: Inspection['state']) => ({ day, state }) as Inspection;
  const newestFirst = [
    of('2021-05-19', 'planned'),
    of('2021-05-18', 'planned'),
    of('2021-05-17', 'open'),
    of('2021-01-04', 'closed'),
    of('2020-06-02', 'withdrawn'),
  ];
  assert.deepEqual(
    inOrder(newestFirst).map(({ day }) => day),
    ['2021-05-17', '2021-05-18', '2021-05-19', '2021-01-04', '2020-06-02'],
  );
});
