import type { Terminal } from '../api/types';
import { csv } from '../format/csv';

const columns = [
  'serial',
  'name',
  'agency',
  'agency_name',
  'model',
  'firmware',
  'state',
  'last_contact_at',
  'drift_ms',
  'held',
  'punches_today',
  'address',
  'protocol',
] as const;

/** All terminals, with the server's own names for its columns. */
export function terminalsCsv(terminals: Terminal[]): string {
  return csv([[...columns], ...terminals.map((one) => columns.map((column) => one[column]))]);
}
