// One agency's day: fetched, and fetched again when the stream says that something in it changed.
import { answer, asProblem, http } from '../api/client';
import type { Problem } from '../api/problem';
import type { Sheet } from '../api/types';
import { changed } from './lines';

/** A busy morning changes an agency every second; the sheet follows at most this often, and a long
 *  sheet less often: a millisecond more for every line. */
const AGAIN_MS = 2000;
const SETTLE_MS = 600;

export class SheetStore {
  sheet = $state.raw<Sheet | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The people whose line changed a moment ago. */
  changed = $state.raw<string[]>([]);
  readAt = $state(0);

  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads a sheet. The one shown stays until the new one is there, unless it is of another place. */
  async read(agency: string, day: string): Promise<void> {
    const wanted = `${agency}/${day}`;
    if (wanted !== this.#wanted) this.sheet = null;
    this.#wanted = wanted;
    this.#cancel();
    try {
      const sheet = await answer(
        http.GET('/api/sheets/{agency}/{day}', { params: { path: { agency, day } } }),
      );
      if (wanted === this.#wanted) this.#show(sheet);
    } catch (cause) {
      if (wanted === this.#wanted) this.problem = asProblem(cause);
    }
  }

  /** Something in it changed: read again soon, once for all changes until then. */
  again(agency: string, day: string): void {
    const wait = AGAIN_MS + (this.sheet?.lines.length ?? 0);
    this.#timer ??= setTimeout(() => void this.read(agency, day), wait);
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#wanted = '';
    this.#cancel();
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #show(sheet: Sheet): void {
    const before = this.sheet;
    this.sheet = sheet;
    this.problem = null;
    this.readAt = performance.now();
    if (!before) return;
    this.changed = changed(before.lines, sheet.lines);
    setTimeout(() => (this.changed = []), SETTLE_MS);
  }
}
