/** Where an account begins its day: the first desk that it may use. */
export function home(may: (permission: string) => boolean): string {
  const desks: [permission: string, path: string][] = [
    ['sheet.read', '/daftar-hadir'],
    ['terminal.read', '/mesin'],
    ['recap.read', '/rekap'],
    ['wall.connect', '/dinding'],
    ['board.read', '/wall'],
  ];
  return desks.find(([permission]) => may(permission))?.[1] ?? '/sandi';
}
