// Whoever may write the file of facts can alter a table and leave the chain whole: hadir verify finds it.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, runProgram } from './lib/hadir.mjs';
import { DAY, agency, nip, open, person } from './lib/office.mjs';

async function sql(hadir, statement) {
  const script = 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])';
  const { status, stderr } = await runProgram('python3', ['-c', script, `${hadir.data}/facts.db`, statement]);
  assert.equal(status, 0, stderr);
}

async function altered(hadir, statement, told) {
  await sql(hadir, statement);
  const { stdout, stderr } = await hadir.run(['verify'], { exit: 1 });
  assert.match(stdout, /The chain holds/);
  assert.match(stderr, told);
}

test('rows altered, deleted or added by hand are found and named', async (t) => {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D1')]);
  await hadir.import('leave', [{ number: nip(1), kind: 'cuti', from: DAY, to: DAY, reference: 'S/1' }]);
  await hadir.run(['terminal', 'order', 'SN-D1', 'info']);
  const { stdout } = await hadir.run(['verify']);
  assert.match(stdout, /rows of \d+ tables are as the log says/);

  await altered(hadir, `UPDATE posting SET agency = 'D2' WHERE number = '${nip(1)}'`,
    new RegExp(`posting ${nip(1)}, fact \\d+: agency is "D2" but the log says "D1"`));
  await altered(hadir, `UPDATE posting SET agency = 'D1'; DELETE FROM enrolment WHERE pin = '101'`,
    /enrolment 101, fact \d+: the log has it but the table does not/);
  await altered(hadir, `INSERT INTO leave_period SELECT government, '${nip(2)}', kind, first_day, recorded_at_ms, lane,
      log_position, last_day, reference, author, withdrawn, tick FROM leave_period`,
    new RegExp(`leave ${nip(2)}, fact \\d+: the table has it but the log does not`));
  await altered(hadir, `UPDATE account SET role = 'staff'`, /account \S+, fact \d+: role is "staff" but the log says "admin"/);
  await altered(hadir, `UPDATE terminal_placement SET state = 'retired' WHERE serial = 'SN-D2'`,
    /terminal_placement SN-D2, fact \d+: state is "retired" but the log says "approved"/);
  await altered(hadir, `UPDATE setting SET value = 'Kota Lain' WHERE key = 'name'`,
    /setting name, fact \d+: value is "Kota Lain"/);
});

test('a demonstration is as its log says, also while a server works on it', async (t) => {
  const hadir = await Hadir.make(t, { init: false });
  await hadir.run(['demo', 'jambi']);
  await hadir.verify();
  await hadir.serve({ clock: `${DAY}T08:00:00+07:00` });
  await hadir.verify();
});
