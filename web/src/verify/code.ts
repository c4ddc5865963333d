// The code of a document as people type it: "7k4m 92qx citd" → "7K4M-92QX-C1TD".

const alphabet = /[^0-9A-HJKMNP-TV-Z]/;

/** The letters and digits of what was typed, look-alikes made one. */
export function letters(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** The code, or empty for what cannot be one. */
export function code(typed: string): string {
  const given = letters(typed);
  if (given.length !== 12 || alphabet.test(given)) return '';
  return [given.slice(0, 4), given.slice(4, 8), given.slice(8)].join('-');
}

/** A digest in groups of four, to be compared by eye. */
export function groups(digest: string): string {
  return digest.replace(/(.{4})(?=.)/g, '$1 ');
}
