import type { Permission } from '../api/types';
import type { Key } from '../words/say';

/** The desks, each with the permission that opens it. */
export const navigation: { path: string; name: Key; permission: Permission }[] = [
  { path: '/daftar-hadir', name: 'nav.sheet', permission: 'sheet.read' },
  { path: '/sidak', name: 'nav.sidak', permission: 'inspection.read' },
  { path: '/rekap', name: 'nav.recap', permission: 'recap.read' },
  { path: '/mesin', name: 'nav.terminals', permission: 'terminal.read' },
  { path: '/dinding', name: 'nav.walls', permission: 'wall.connect' },
];
