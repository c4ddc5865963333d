// Numbers in the language's form. Written by hand and not with Intl, because what a wall shows must
// be the same in every browser and Indonesian browsers disagree about the space before the percent.
export type Language = 'id' | 'en';

const marks = { id: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/** 5789 → "5.789" */
export function integer(n: number, language: Language): string {
  const digits = String(Math.abs(Math.trunc(n))).replace(/\B(?=(\d{3})+$)/g, marks[language].group);
  return (n < 0 ? '−' : '') + digits;
}

/** A difference: 3 → "+3", −2 → "−2", 0 → "0" */
export function signed(n: number, language: Language): string {
  return (n > 0 ? '+' : '') + integer(n, language);
}

/** 0.44, 1 → "0,4" */
export function decimal(n: number, places: number, language: Language): string {
  const [whole = '0', part] = Math.abs(n).toFixed(places).split('.');
  const sign = n < 0 && Number(n.toFixed(places)) !== 0 ? '−' : '';
  return sign + integer(Number(whole), language) + (part ? marks[language].point + part : '');
}

/** The server's "96.61" → "96,61 %". An empty share (nobody was expected) stays empty. */
export function percent(share: string, language: Language): string {
  if (share === '') return '';
  return language === 'id' ? `${share.replace('.', ',')}\u00a0%` : `${share}%`;
}

/** Two decimals of part in whole, half up, as the server writes them; empty of nothing. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return '';
  const hundredths = Math.floor((part * 20000 + whole) / (2 * whole));
  const rest = String(hundredths % 100).padStart(2, '0');
  return `${Math.floor(hundredths / 100)}.${rest}`;
}

/** A signed number of seconds for a clock's error: −94, +0,4, 0,0. */
export function drift(ms: number, language: Language): string {
  const seconds = ms / 1000;
  const text = decimal(seconds, Math.abs(seconds) < 10 ? 1 : 0, language);
  return Number(seconds.toFixed(1)) > 0 ? `+${text}` : text;
}
