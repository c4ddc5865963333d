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
