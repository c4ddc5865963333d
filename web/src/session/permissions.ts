// What an account may do, when the server names its role only. The server decides at each request in
// any case; this keeps out of the menu what it would refuse.

const read = ['board.read', 'sheet.read', 'recap.read'];
const roles: Record<string, string[]> = {
  kominfo: [
    'board.read',
    'terminal.read',
    'terminal.write',
    'enrolment.read',
    'enrolment.write',
    'wall.connect',
  ],
  bkpsdm: [...read, 'terminal.read', 'enrolment.read', 'enrolment.write', 'wall.connect'],
  leader: read,
  head: [...read, 'terminal.read'],
  operator: [...read, 'terminal.read', 'enrolment.read', 'enrolment.write'],
  staff: [],
  wall: ['board.read'],
  machine: ['board.read', 'recap.read'],
};

/** Whether a role may do something; a role that is not known here (administrator) may try. */
export function roleMay(role: string, permission: string): boolean {
  return roles[role]?.includes(permission) ?? true;
}
