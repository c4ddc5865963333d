/** One small square a terminal, in rows, so that every terminal of a government is seen at once. */
export type Dots = { width: number; height: number; here: string; silent: string; never: string };

const ROWS = 7;
const PITCH = 4;

export function dots(total: number, connected: number, silent: number): Dots {
  const columns = Math.max(1, Math.ceil(total / ROWS));
  const here: string[] = [];
  const away: string[] = [];
  const never: string[] = [];
  // The board counts terminals and does not place them: the silent ones stand together, off the edge.
  const first = Math.floor(Math.max(0, connected) * 0.62);
  for (let i = 0; i < total; i++) {
    const x = Math.floor(i / ROWS) * PITCH;
    const y = (i % ROWS) * PITCH;
    if (i >= first && i < first + silent) away.push(`M${x} ${y}h3v3h-3z`);
    else if (i < connected + silent) here.push(`M${x} ${y}h3v3h-3z`);
    else never.push(`M${x + 0.4} ${y + 0.4}h2.2v2.2h-2.2z`);
  }
  return {
    width: columns * PITCH,
    height: ROWS * PITCH,
    here: here.join(''),
    silent: away.join(''),
    never: never.join(''),
  };
}
