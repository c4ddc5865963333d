import type { Permission } from '../api/types';

/** Where an account begins its day: the first desk that it may use. */
export function home(may: (permission: Permission) => boolean): string {
  const desks: [permission: Permission, path: string][] = [
    ['sheet.read', '/daftar-hadir'],
    ['terminal.read', '/mesin'],
    ['recap.read', '/rekap'],
    ['wall.connect', '/dinding'],
    ['inspection.read', '/sidak'],
    ['board.read', '/wall'],
    ['self.read', '/saya'],
  ];
  return desks.find(([permission]) => may(permission))?.[1] ?? '/sandi';
}
