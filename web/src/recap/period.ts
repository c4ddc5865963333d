// The period of a recap, as it stands in the page's address and as the server is asked for it.
import type { RecapQuery } from '../api/types';
import { monthEnd } from '../format/time';

export type Kind = 'day' | 'range' | 'month';
export type Period = { kind: Kind; from: string; to: string };

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const isMonth = (text: string) => /^\d{4}-\d\d$/.test(text) && isDay(`${text}-01`);

/** Reads `?bulan=2021-05` or `?dari=2021-05-17&sampai=2021-05-21`; anything else means today. */
export function readPeriod(get: (name: string) => string, today: string): Period {
  const month = get('bulan');
  if (isMonth(month)) return { kind: 'month', from: `${month}-01`, to: monthEnd(`${month}-01`) };
  const from = isDay(get('dari')) ? get('dari') : today;
  const to = get('sampai');
  return isDay(to) ? { kind: 'range', from, to } : { kind: 'day', from, to: from };
}

/** The same in words of the address; empty names are left out of it. */
export function writePeriod({ kind, from, to }: Period): Record<string, string> {
  if (kind === 'month') return { bulan: from.slice(0, 7), dari: '', sampai: '' };
  return { bulan: '', dari: from, sampai: kind === 'range' ? to : '' };
}

/** Another kind of period around the same days. */
export function asKind({ from, to }: Period, kind: Kind): Period {
  if (kind === 'month') return { kind, from: `${from.slice(0, 7)}-01`, to: monthEnd(from) };
  return { kind, from, to: kind === 'range' && to > from ? to : from };
}

export function queryOf({ kind, from, to }: Period, agency: string): RecapQuery {
  return {
    date: from,
    ...(kind === 'range' ? { to } : {}),
    ...(kind === 'month' ? { month: true } : {}),
    ...(agency ? { agency } : {}),
  };
}

/** The address of the file of this recap. */
export function fileUrl(period: Period, agency: string, format: 'csv' | 'json'): string {
  const query = Object.entries({ ...queryOf(period, agency), format });
  return `/api/recaps?${new URLSearchParams(query.map(([name, value]) => [name, String(value)]))}`;
}
