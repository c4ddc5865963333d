// The figures beside the inspections of a list. A room is large, so only those that are seen are asked
// for, one after another, and each once: what is closed does not change.
import { readRoom } from '../inspection/requests';
import type { Inspection, Room } from '../inspection/types';

export class FigureStore {
  #rooms = $state.raw<Record<string, Room>>({});
  #asked: Record<string, boolean> = {};

  of(inspection: string): Room | null {
    return this.#rooms[inspection] ?? null;
  }

  /** Asks for the rooms of those that have figures. The returned function asks for no more of them. */
  want(heads: Inspection[]): () => void {
    let wanted = true;
    void (async () => {
      for (const { inspection, state } of heads) {
        if (!wanted || this.#asked[inspection]) continue;
        if (state !== 'open' && state !== 'closed') continue;
        this.#asked[inspection] = true;
        // The list is right without them; a line that is cut is told by the list itself.
        const room = await readRoom(inspection).catch(() => null);
        if (room) this.#rooms = { ...this.#rooms, [inspection]: room };
        else this.#asked[inspection] = false;
      }
    })();
    return () => (wanted = false);
  }
}
