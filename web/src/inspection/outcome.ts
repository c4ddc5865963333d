// What came of an inspection: its table, how it went in figures, and the same as a file.
import { csv } from '../format/csv';
import { add, classes, nobody } from './figures';
import type { AgencyRow, Headcount, Room } from './types';

export type Outcome = {
  /** From the opening to the closing, in milliseconds; null before it is closed. */
  lasted: number | null;
  /** Of those whose calls have ended, on average; null if there are none. */
  each: number | null;
  agencies: number;
  answered: number;
  stated: number;
  /** Statements that the team took down and no head has confirmed. */
  unconfirmed: number;
  reports: { asked: number; received: number };
};

const ms = (from: string | null, to: string | null): number | null =>
  from && to ? Date.parse(to) - Date.parse(from) : null;

export function outcome(room: Room): Outcome {
  const rows = room.agencies;
  const calls = rows
    .filter((row) => row.state === 'answered')
    .map((row) => ms(row.called_at, row.ended_at))
    .filter((length) => length !== null);
  return {
    lasted: ms(room.head.opened_at, room.head.closed_at),
    each: calls.length > 0 ? calls.reduce((sum, length) => sum + length, 0) / calls.length : null,
    agencies: rows.length,
    answered: room.progress.done,
    stated: room.progress.stated,
    unconfirmed: rows.filter((row) => row.statement && !row.statement.confirmed).length,
    reports: {
      asked: rows.filter((row) => row.report_due).length,
      received: rows.filter((row) => row.report_received_at).length,
    },
  };
}

export type Totals = { opening: Headcount; machine: Headcount; said: Headcount };

/** The sums of the table; machine and said only of those that stated, so that they can be compared. */
export function totals(rows: AgencyRow[]): Totals {
  const of = (pick: (row: AgencyRow) => Headcount | null | undefined) =>
    rows.reduce((sum, row) => add(sum, pick(row) ?? nobody), nobody);
  return {
    opening: of((row) => row.opening),
    machine: of((row) => row.statement?.machine),
    said: of((row) => row.statement?.said),
  };
}

/** How a written report stands on a day. */
export type Report = 'none' | 'received' | 'due' | 'late';
export function report(row: AgencyRow, today: string): Report {
  if (!row.report_due) return 'none';
  if (row.report_received_at) return 'received';
  return today > row.report_due ? 'late' : 'due';
}

/** One row an agency, with the interface's own names for its columns. */
export function outcomeCsv(room: Room): string {
  const counts = (prefix: string) => classes.map((name) => `${prefix}_${name}`);
  const head = ['agency', 'name', 'state', 'called_at', 'ended_at', 'strength'];
  const columns = [
    ...head,
    ...counts('opening'),
    ...counts('machine'),
    ...counts('said'),
    ...['source', 'confirmed', 'report_due', 'report_received_at'],
  ];
  const of = (count: Headcount | null | undefined) =>
    classes.map((name) => (count ? count[name] : null));
  const rows = room.agencies.map((row) => [
    ...[row.code, row.name, row.state, row.called_at, row.ended_at, row.opening?.strength ?? null],
    ...of(row.opening),
    ...of(row.statement?.machine),
    ...of(row.statement?.said),
    row.statement?.source ?? null,
    row.statement ? String(row.statement.confirmed) : null,
    ...[row.report_due, row.report_received_at],
  ]);
  return csv([columns, ...rows]);
}
