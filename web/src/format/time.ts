// Days and times in the language's form. A time from the server carries its place's offset and is
// shown as that place's time, whatever the zone of the reader's computer.
import type { Language } from './number';

const months = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
} as const;
const weekdays = {
  id: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu',
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
} as const;

const pick = (words: string, i: number): string => words.split(' ')[i] ?? '';

/** An instant and the offset of the place it was told for. */
export type Moment = { ms: number; offset: number };

/** "2021-05-17T07:46:12+07:00" → its instant and its offset in minutes. */
export function moment(iso: string): Moment {
  const zone = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  const minutes = zone ? Number(zone[2]) * 60 + Number(zone[3]) : 0;
  return { ms: Date.parse(iso), offset: zone?.[1] === '-' ? -minutes : minutes };
}

/** The moment's day and time of day at its place: ["2021-05-17", "07:46:12"]. */
export function local(at: Moment): [day: string, time: string] {
  if (Number.isNaN(at.ms)) return ['', ''];
  const text = new Date(at.ms + at.offset * 60_000).toISOString();
  return [text.slice(0, 10), text.slice(11, 19)];
}

/** "07:46:12" → "07.46.12"; with `short`, "07.46". */
export function time(text: string, language: Language, short = false): string {
  const cut = short ? text.slice(0, 5) : text;
  return language === 'id' ? cut.replaceAll(':', '.') : cut;
}

/** The time of day of a moment at its place. */
export function clock(at: Moment, language: Language, short = false): string {
  return time(local(at)[1], language, short);
}

/** How long something lasts: "02.36", from an hour on "1.02.36". */
export function lasting(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const parts = [two(Math.floor(seconds / 60) % 60), two(seconds % 60)];
  if (seconds >= 3600) parts.unshift(String(Math.floor(seconds / 3600)));
  return parts.join(language === 'id' ? '.' : ':');
}

/** "2021-05-17" → "17 Mei 2021"; with `weekday`, "Senin, 17 Mei 2021". */
export function day(text: string, language: Language, weekday = false): string {
  const [y, m, d] = text.split('-').map(Number);
  if (!y || !m || !d) return text;
  const date = `${d} ${pick(months[language], m - 1)} ${y}`;
  if (!weekday) return date;
  return `${pick(weekdays[language], new Date(Date.UTC(y, m - 1, d)).getUTCDay())}, ${date}`;
}

/** "mei", "Mei" or "May" → 5, also by its first three letters; 0 when it is no month. */
export function monthNumber(name: string): number {
  const begin = name.toLowerCase();
  const is = (month: string) => begin.length >= 3 && month.toLowerCase().startsWith(begin);
  const all = Object.values(months).map((names) => names.split(' ').findIndex(is));
  return Math.max(...all) + 1;
}

/** "2021-05" or "2021-05-17" → "Mei 2021". */
export function month(text: string, language: Language): string {
  const [y, m] = text.split('-').map(Number);
  return y && m ? `${pick(months[language], m - 1)} ${y}` : text;
}

/** The day `by` days after. */
export function addDays(text: string, by: number): string {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) ? text : new Date(at + by * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month of `text`. */
export function monthEnd(text: string): string {
  const [y = 1970, m = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
}

/** "07:46" → 466 minutes after midnight. */
export function minutesOf(text: string): number {
  const [h = 0, m = 0] = text.split(':').map(Number);
  return h * 60 + m;
}

/** 466 → "07:46" */
export function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The name of an Indonesian zone; any other keeps its own. */
export function zoneName(zone: string): string {
  const known: Record<string, string> = {
    'Asia/Jakarta': 'WIB',
    'Asia/Pontianak': 'WIB',
    'Asia/Makassar': 'WITA',
    'Asia/Jayapura': 'WIT',
  };
  return known[zone] ?? zone;
}

/** An 18-digit NIP in the groups it is printed in: 19880412 201101 2 004. */
export function personNumber(number: string): string {
  return /^\d{18}$/.test(number)
    ? `${number.slice(0, 8)} ${number.slice(8, 14)} ${number.slice(14, 15)} ${number.slice(15)}`
    : number;
}
