/** Matches "/daftar-hadir/:agency?/:day?" against an address; null if it is another page. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (given.length > wanted.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i];
    const name = /^:(\w+)(\??)$/.exec(part);
    if (!name?.[1]) {
      if (part !== value) return null;
    } else if (value !== undefined) {
      found[name[1]] = decode(value);
    } else if (!name[2]) {
      return null;
    }
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign in a typed address
  }
}
