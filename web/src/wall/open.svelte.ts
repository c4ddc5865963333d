// Whether an inspection is open, asked now and then: a wall turns to it by itself, and back after, and
// the desk tells of it.
import { asProblem } from '../api/client';
import { listInspections } from '../inspection/requests';
import type { Inspection } from '../inspection/types';

const EVERY_MS = 5000;

export class OpenWatch {
  /** The one that is open; the newest, should there be two. */
  current = $state.raw<Inspection | null>(null);

  constructor(readonly everyMs = EVERY_MS) {}

  /** Asks until the returned function is called. A screen that may not know is not asked again. */
  start(): () => void {
    const ask = async (): Promise<void> => {
      try {
        const { inspections } = await listInspections();
        const open = inspections.find(({ state }) => state === 'open') ?? null;
        if (open?.inspection !== this.current?.inspection) this.current = open;
      } catch (cause) {
        // A line that is cut changes nothing: the figures say themselves that they are old.
        if (asProblem(cause).status === 403) clearInterval(timer);
      }
    };
    const timer = setInterval(() => void ask(), this.everyMs);
    void ask();
    return () => clearInterval(timer);
  }
}
