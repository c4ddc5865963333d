// Days and times as people write them: the day first, the month by number or name.
import { monthNumber } from './time';

const two = (n: number): string => String(n).padStart(2, '0');

/** A day that exists, as "2021-05-17"; '' for the 31st of June. */
function dayOf(year: number, month: number, day: number): string {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return exists ? text : '';
}

/** "17/5/2021", "17.05.2021", "17 Mei 2021", "Senin, 17 mei 2021" or "2021-05-17" → "2021-05-17";
 * '' when it is none. */
export function readDay(text: string): string {
  const official = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (official) return dayOf(Number(official[1]), Number(official[2]), Number(official[3]));
  const written =
    /^\s*(?:\p{L}+,?\s+)?(\d{1,2})[\s./-]+(\p{L}+|\d{1,2})\.?[\s./-]+(\d{4})\s*$/u.exec(text);
  if (!written) return '';
  const [, day = '', month = '', year = ''] = written;
  const number = /^\d+$/.test(month) ? Number(month) : monthNumber(month);
  return dayOf(Number(year), number, Number(day));
}

/** "8.30", "08:30", "0830" or "8" → "08:30"; '' when it is none. */
export function readTime(text: string): string {
  const found = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  const hours = Number(found?.[1] ?? NaN);
  const minutes = Number(found?.[2] ?? 0);
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : '';
}
