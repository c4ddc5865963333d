/** Where an account begins its day: the first desk that it may use. */
export function home(may: (permission: string) => boolean, role: string): string {
  const desks: [permission: string, path: string][] = [
    ['sheet.read', '/daftar-hadir'],
    ['terminal.read', '/mesin'],
    ['recap.read', '/rekap'],
    ['wall.connect', '/dinding'],
  ];
  // Those who look after machines begin there, though they may often read sheets as well.
  if (/kominfo|technician|terminal/.test(role) && may('terminal.read')) return '/mesin';
  return desks.find(([permission]) => may(permission))?.[1] ?? '/wall';
}
