// What this browser remembers for its reader. A browser that forbids storage forgets, and works.

const PREFIX = 'hadir.';

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // private windows may refuse: the choice lasts until the page is closed
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // what a private window never kept need not be forgotten
  }
}

/** Forgets everything whose name begins so. */
export function forgetAll(beginning: string): void {
  try {
    const found = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX + beginning));
    for (const key of found) localStorage.removeItem(key);
  } catch {
    // as above
  }
}
